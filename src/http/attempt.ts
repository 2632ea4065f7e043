import { ConnectionError, TimeoutError, type Attempt } from "../errors/index.js";
import type { Clock } from "../time/clock.js";
import { abortable, openScope } from "../time/scope.js";
import { harmlessHeaders, harmlessQuery } from "./harmless.js";
import type { Call, Send } from "./layer.js";
import { bufferBody } from "./response-body.js";

/**
 * The bottom of the pipeline: one exchange with the service, its body included, within `timeoutMs` even when `fetch` does
 * not listen to signals, and recorded in the call's history. The signal goes to `fetch` beside the request: one that
 * travels only inside a `Request` can be garbage-collected on Node while the request is pending, and then aborts nothing.
 */
export function createAttempt(clock: Clock): Send {
  return async (request, call) => {
    call.signal.throwIfAborted();
    const start = clock.now();
    announce(request, call);
    call.history.inFlight = true;
    const scope = openScope([call.signal], call.settings.timeoutMs, clock);
    let received: Response | undefined;
    let streams = false;
    const exchange = async (): Promise<Response> => {
      received = await call.fetch(request, { signal: scope.signal });
      return call.streams && received.ok ? received : bufferBody(received);
    };
    try {
      const answer = await abortable(exchange(), scope.signal);
      record(call, clock.now() - start, answer);
      streams = answer === received && answer.body !== null;
      return answer;
    } catch (error) {
      record(call, clock.now() - start, received, error);
      if (scope.timedOut()) throw timeoutError(request, call);
      call.signal.throwIfAborted();
      throw connectionError(error, request, call);
    } finally {
      // What streams is still to be aborted by the caller; its signal goes when the call does.
      if (streams) scope.stopTimer();
      else scope.release();
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

function record(call: Call, durationMs: number, response: Response | undefined, error?: unknown): void {
  const { operation, history, observe } = call;
  const requestId = response?.headers.get("x-request-id");
  history.inFlight = false;
  const attempt: Attempt = {
    ...(response && { status: response.status }),
    ...(requestId && { requestId }),
    durationMs: Math.round(durationMs),
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

function timeoutError({ url }: Request, { operation, history, settings }: Call): TimeoutError {
  const message = `No complete answer from ${new URL(url).host} within ${settings.timeoutMs} ms (${operation})`;
  return new TimeoutError(message, { operation, attempts: history.attempts });
}

function connectionError(cause: unknown, { url }: Request, { operation, history }: Call): ConnectionError {
  const message = `No complete answer from ${new URL(url).host}: ${reasonOf(cause)} (${operation})`;
  return new ConnectionError(message, { operation, attempts: history.attempts, cause });
}

/** `fetch` says "fetch failed" and keeps what happened in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error === "symbol" ? "timed out" : String(error);
  const { cause } = error;
  if (cause instanceof Error) return cause.message || ("code" in cause ? String(cause.code) : cause.name);
  return error.message;
}
