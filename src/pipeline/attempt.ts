import { ConnectionError, TimeoutError, type Attempt } from "../errors/index.js";
import type { Clock } from "../time/clock.js";
import { LazySignal } from "../time/lazy-signal.js";
import { Scope } from "../time/scope.js";
import { redactHeaders, redactQuery } from "../events/redact.js";
import type { ReadResponse, Call, Send } from "./call.js";
import { readBody } from "../http/read-body.js";

/**
 * The bottom of the pipeline: one exchange with the service, its body included, within `timeoutMs` even when `fetch` does
 * not listen to signals, and recorded in the call's history. The signal goes to `fetch` beside the request: one that
 * travels only inside a `Request` can be garbage-collected on Node while the request is pending, and then aborts nothing.
 */
export function createAttempt(clock: Clock): Send {
  return async (original, call) => {
    call.scope.check();
    const request = sendable(original, call);
    if (call.authorization !== undefined) request.headers.set("Authorization", call.authorization);
    const start = clock.now();
    announce(request, call);
    call.inFlight = true;
    const scope = new Scope([call.scope], call.settings.timeoutMs, clock);
    let received: Response | undefined;
    const exchange = async (): Promise<ReadResponse> => {
      const response = (received = await call.fetch(request, new LazySignal(scope)));
      const content = await readBody(response, call.parseAs);
      checkStatus(response);
      return { response, content };
    };
    try {
      const answer = await scope.race(exchange());
      record(call, clock.now() - start, answer.response);
      call.inFlight = false;
      call.answer = answer.response;
      return answer;
    } catch (error) {
      const reason = reasonOf(error);
      record(call, clock.now() - start, received, reason);
      call.scope.check();
      call.inFlight = false;
      const failure = `No complete answer from ${new URL(request.url).host}`;
      throw scope.timedOut
        ? new TimeoutError(`${failure} within ${call.settings.timeoutMs} ms (${call.operation})`, call)
        : new ConnectionError(`${failure}: ${reason} (${call.operation})`, { ...call, cause: error });
    } finally {
      // What streams is still to be aborted by the caller; its signal goes when the call does.
      if (call.parseAs === "stream" && received?.ok) scope.stopTimer();
      else scope.release();
    }
  };
}

/** The request itself where it can be sent as often as it takes; a body is gone once it is sent. */
function sendable(original: Request, { isOneShot, requestParts }: Call): Request {
  if (original.body === null || isOneShot) return original;
  return requestParts ? new Request(...requestParts) : original.clone();
}

/** No `Response` can be made of another status, such as the 0 of a redirect that a browser does not follow. */
function checkStatus({ status }: Response): void {
  if (status < 200 || status > 599) throw new RangeError(`${status} is no status of an HTTP answer`);
}

function announce(request: Request, { operation, attempts, observe }: Call): void {
  if (!observe) return;
  const { host, pathname, searchParams } = new URL(request.url);
  observe({
    type: "request",
    operation,
    method: request.method,
    url: host + pathname,
    query: redactQuery(searchParams),
    headers: redactHeaders(request.headers),
    attempt: attempts.length + 1,
  });
}

function record(call: Call, durationMs: number, response: Response | undefined, error?: string): void {
  const { operation, attempts, observe } = call;
  const requestId = response?.headers.get("x-request-id");
  const attempt: { -readonly [K in keyof Attempt]: Attempt[K] } = { durationMs: Math.round(durationMs) };
  if (response) attempt.status = response.status;
  if (requestId) attempt.requestId = requestId;
  if (error !== undefined) attempt.error = error;
  attempts.push(attempt);
  observe?.({
    type: "response",
    operation,
    ...attempt,
    headers: response ? redactHeaders(response.headers) : {},
    attempt: attempts.length,
  });
}

/** `fetch` says "fetch failed" and keeps what happened in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error) return cause.message || ("code" in cause ? String(cause.code) : cause.name);
  return error.message;
}
