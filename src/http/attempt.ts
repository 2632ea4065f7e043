import { ConnectionError } from "../errors/index.js";
import type { Call, Send } from "./layer.js";
import { bufferBody } from "./response-body.js";

/**
 * The bottom of the pipeline: one exchange with the service, to the end of its body, recorded on the call. The signal
 * goes to `fetch` beside the request: one that travels only inside a `Request` can be garbage-collected on Node while
 * the request is pending, and then aborts nothing.
 */
export const attempt: Send = async (request, call) => {
  const start = performance.now();
  const record = (response?: Response): void => {
    const requestId = response?.headers.get("x-request-id");
    call.attempts.push({
      ...(response && { status: response.status }),
      ...(requestId && { requestId }),
      durationMs: Math.round(performance.now() - start),
    });
  };
  let response: Response | undefined;
  try {
    response = await call.fetch(request, { signal: call.signal });
    const answer = call.streams && response.ok ? response : await bufferBody(response);
    record(response);
    return answer;
  } catch (error) {
    call.signal.throwIfAborted();
    record(response);
    throw connectionError(error, request, call);
  }
};

function connectionError(cause: unknown, request: Request, { operation, attempts }: Call): ConnectionError {
  const message = `No complete answer from ${new URL(request.url).host}: ${reasonOf(cause)} (${operation})`;
  return new ConnectionError(message, { operation, attempts, cause });
}

/** `fetch` says "fetch failed" and keeps what happened in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error) return cause.message || ("code" in cause ? String(cause.code) : cause.name);
  return error.message;
}
