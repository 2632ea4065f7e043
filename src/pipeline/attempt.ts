import { ConnectionError, TimeoutError, type Attempt, type ResponseFormatError } from "../errors/index.js";
import { redactCause } from "../errors/redact-cause.js";
import { redactHeaders, redactQuery } from "../events/redact.js";
import { BodyLimitError, readBody, type ReadResponse } from "../http/read-body.js";
import { LazySignal } from "../time/lazy-signal.js";
import { Scope } from "../time/scope.js";
import { clip, printable } from "../util/printable.js";
import { callFetch } from "./call-fetch.js";
import type { Call, Send } from "./call.js";
import { hideFrom } from "./hide-from.js";
import { reasonOf } from "./network-failure.js";
import { requestToSend } from "./request-to-send.js";
import { responseFormatError } from "./response-format-error.js";

/**
 * The end of the pipeline: sends one request and reads the body of its response, within `timeoutMs` even if `fetch` ignores
 * signals, and records both in the call's history. The signal is passed to `fetch` beside the request: one that travels only
 * inside a `Request` can be garbage-collected on Node while the request is pending, and then aborts nothing.
 */
export const attempt: Send = async (original, call) => {
  const { clock, settings } = call;
  call.scope.check();
  const request = requestToSend(original, call);
  const start = clock.now();
  const hide = (call.hide = hideFrom(request, call));
  announceRequest(request, call);
  call.inFlight = true;
  const scope = new Scope([call.scope], settings.timeoutMs, clock);
  let received: Response | undefined;
  let format: string | undefined;
  const sendAndRead = async (): Promise<ReadResponse> => {
    const response = (received = await callFetch(call.fetch, request, new LazySignal(scope)));
    format = response.ok ? call.formatOf?.(response) : undefined;
    const content = await readBody(response, format, settings.maxResponseBytes);
    checkStatus(response);
    // A gateway, or a mock, may repeat the request in the body of its failure.
    return { response, content: response.ok || typeof content !== "string" ? content : hide(content) };
  };
  try {
    const result = await scope.race(sendAndRead());
    record(call, clock.now() - start, result.response);
    call.inFlight = false;
    call.response = result.response;
    return result;
  } catch (error) {
    const isTooLarge = error instanceof BodyLimitError;
    const reason = isTooLarge
      ? `the body has more than ${settings.maxResponseBytes} bytes`
      : clip(hide(reasonOf(error)), 500);
    record(call, clock.now() - start, received, reason);
    call.scope.check();
    call.inFlight = false;
    if (isTooLarge && received) throw tooLargeError(received, call);
    // The status says what happened, even if the rest of the body never comes.
    if (scope.timedOut && received && isFailure(received)) {
      call.response = received;
      return { response: received, content: "" };
    }
    const { operation, attempts } = call;
    const failure = `No complete response from ${new URL(request.url).host}`;
    throw scope.timedOut
      ? new TimeoutError(`${failure} within ${settings.timeoutMs} ms (${operation})`, { operation, attempts })
      : new ConnectionError(`${failure}: ${reason} (${operation})`, {
          operation,
          attempts,
          cause: redactCause(error, hide),
        });
  } finally {
    // The caller may still abort a stream; its listener is removed when the call is released.
    if (format === "stream") scope.stopTimer();
    else scope.release();
  }
};

function tooLargeError(response: Response, call: Call): ResponseFormatError {
  const problem = `with a body of more than ${call.settings.maxResponseBytes} bytes, which is \`maxResponseBytes\``;
  return responseFormatError(response, problem, call);
}

function isFailure({ status }: Response): boolean {
  return status >= 300 && status <= 599;
}

/** No `Response` can be constructed with another status. */
function checkStatus({ status, type }: Response): void {
  if (type === "opaqueredirect" && status === 0) {
    throw new RangeError("the response is a redirect, which a browser does not let the SDK see or follow");
  }
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
  const { operation, attempts, observe, hide } = call;
  const show = (text: string): string => printable(hide ? hide(text) : text);
  const requestId = response?.headers.get("x-request-id");
  const entry: { -readonly [K in keyof Attempt]: Attempt[K] } = { durationMs: Math.round(durationMs) };
  if (response) entry.status = response.status;
  if (requestId) entry.requestId = response?.ok && !observe ? requestId : show(requestId);
  if (error !== undefined) entry.error = printable(error);
  attempts.push(entry);
  observe?.({
    type: "response",
    operation,
    ...entry,
    headers: response ? redactHeaders(response.headers, show) : {},
    attempt: attempts.length,
  });
}
