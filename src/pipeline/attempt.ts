import { ConnectionError, TimeoutError, type Attempt } from "../errors/index.js";
import { redactHeaders, redactQuery } from "../events/redact.js";
import { readBody, type ReadResponse } from "../http/read-body.js";
import { LazySignal } from "../time/lazy-signal.js";
import { Scope } from "../time/scope.js";
import { callFetch } from "./call-fetch.js";
import type { Call, Send } from "./call.js";
import { reasonOf } from "./network-failure.js";

/**
 * The end of the pipeline: sends one request and reads the body of its response, within `timeoutMs` even if `fetch` ignores
 * signals, and records both in the call's history. The signal is passed to `fetch` beside the request: one that travels only
 * inside a `Request` can be garbage-collected on Node while the request is pending, and then aborts nothing.
 */
export const attempt: Send = async (original, call) => {
  const { clock, settings } = call;
  call.scope.check();
  const request = sendable(original, call);
  if (call.authorization !== undefined) request.headers.set("Authorization", call.authorization);
  const start = clock.now();
  announceRequest(request, call);
  call.inFlight = true;
  const scope = new Scope([call.scope], settings.timeoutMs, clock);
  let received: Response | undefined;
  const sendAndRead = async (): Promise<ReadResponse> => {
    const response = (received = await callFetch(call.fetch, request, new LazySignal(scope)));
    const content = await readBody(response, call.parseAs);
    checkStatus(response);
    return { response, content };
  };
  try {
    const result = await scope.race(sendAndRead());
    record(call, clock.now() - start, result.response);
    call.inFlight = false;
    call.response = result.response;
    return result;
  } catch (error) {
    const reason = reasonOf(error);
    record(call, clock.now() - start, received, reason);
    call.scope.check();
    call.inFlight = false;
    const { operation, attempts } = call;
    const failure = `No complete response from ${new URL(request.url).host}`;
    throw scope.timedOut
      ? new TimeoutError(`${failure} within ${settings.timeoutMs} ms (${operation})`, { operation, attempts })
      : new ConnectionError(`${failure}: ${reason} (${operation})`, { operation, attempts, cause: error });
  } finally {
    // The caller may still abort a stream; its listener is removed when the call is released.
    if (call.parseAs === "stream" && received?.ok) scope.stopTimer();
    else scope.release();
  }
};

/** The request itself where it can be sent any number of times; a copy if it has a body, which can be read only once. */
function sendable(original: Request, { isOneShot }: Call): Request {
  return original.body === null || isOneShot ? original : original.clone();
}

/** No `Response` can be constructed with another status, such as the 0 of a redirect that a browser does not follow. */
function checkStatus({ status }: Response): void {
  if (status < 200 || status > 599) throw new RangeError(`${status} is not the status of an HTTP response`);
}

function announceRequest(request: Request, { operation, attempts, observe }: Call): void {
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

/** Adds the attempt to the call's history, and announces its end. */
function record(call: Call, durationMs: number, response: Response | undefined, error?: string): void {
  const { operation, attempts, observe } = call;
  const requestId = response?.headers.get("x-request-id");
  const entry: { -readonly [K in keyof Attempt]: Attempt[K] } = { durationMs: Math.round(durationMs) };
  if (response) entry.status = response.status;
  if (requestId) entry.requestId = requestId;
  if (error !== undefined) entry.error = error;
  attempts.push(entry);
  observe?.({
    type: "response",
    operation,
    ...entry,
    headers: response ? redactHeaders(response.headers) : {},
    attempt: attempts.length,
  });
}
