import { ConnectionError, type Attempt } from "../errors/index.js";
import type { Clock } from "../time/clock.js";
import { harmlessHeaders, harmlessQuery } from "./harmless.js";
import type { Call, Send } from "./layer.js";
import { bufferBody } from "./response-body.js";

/**
 * The bottom of the pipeline: one exchange with the service, to the end of its body, recorded in the call's history. The
 * signal goes to `fetch` beside the request: one that travels only inside a `Request` can be garbage-collected on Node
 * while the request is pending, and then aborts nothing.
 */
export function createAttempt(clock: Clock): Send {
  return async (request, call) => {
    const start = clock.now();
    announce(request, call);
    call.history.inFlight = true;
    let response: Response | undefined;
    try {
      response = await call.fetch(request, { signal: call.signal });
      const answer = call.streams && response.ok ? response : await bufferBody(response);
      record(call, start, clock, response);
      return answer;
    } catch (error) {
      record(call, start, clock, response, error);
      call.signal.throwIfAborted();
      throw connectionError(error, request, call);
    }
  };
}

function announce(request: Request, { operation, history, observe }: Call): void {
  if (!observe) return;
  const { host, pathname, searchParams } = new URL(request.url);
  observe({
    type: "request",
    operation,
    method: request.method,
    url: `${host}${pathname}`,
    query: harmlessQuery(searchParams),
    headers: harmlessHeaders(request.headers),
    attempt: history.attempts.length + 1,
  });
}

function record(
  call: Call,
  start: number,
  clock: Clock,
  response: Response | undefined,
  error?: unknown,
): void {
  const { operation, history, observe } = call;
  const requestId = response?.headers.get("x-request-id");
  history.inFlight = false;
  const attempt: Attempt = {
    ...(response && { status: response.status }),
    ...(requestId && { requestId }),
    durationMs: Math.round(clock.now() - start),
    ...(error !== undefined && { error: reasonOf(error) }),
  };
  history.attempts.push(attempt);
  observe?.({
    type: "response",
    operation,
    ...attempt,
    headers: response ? harmlessHeaders(response.headers) : {},
    attempt: history.attempts.length,
  });
}

function connectionError(cause: unknown, request: Request, { operation, history }: Call): ConnectionError {
  const message = `No complete answer from ${new URL(request.url).host}: ${reasonOf(cause)} (${operation})`;
  return new ConnectionError(message, { operation, attempts: history.attempts, cause });
}

/** `fetch` says "fetch failed" and keeps what happened in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error === "symbol" ? "timed out" : String(error);
  const { cause } = error;
  if (cause instanceof Error) return cause.message || ("code" in cause ? String(cause.code) : cause.name);
  return error.message;
}
