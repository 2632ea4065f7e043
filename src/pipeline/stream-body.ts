import { ConnectionError, TimeoutError } from "../errors/index.js";
import { redactCause } from "../errors/redact-cause.js";
import { clip } from "../util/printable.js";
import type { Call } from "./call.js";
import { reasonOf } from "./network-failure.js";

/**
 * The body of a response that the caller reads as it comes. It is bound to the call until it ends, fails or is cancelled: the
 * caller's signal aborts it, and each wait for the next bytes has the timeout of an attempt.
 *
 * @param toError gives what the caller sees in place of a `ConfluentError`
 */
export function streamBody(
  body: ReadableStream<Uint8Array>,
  call: Call,
  toError: (failure: unknown) => unknown = (failure) => failure,
): ReadableStream<Uint8Array> {
  const { scope, settings } = call;
  const reader = body.getReader();
  call.streams = true;
  const pull: UnderlyingDefaultSource<Uint8Array>["pull"] = async (controller) => {
    scope.startTimer(settings.timeoutMs);
    try {
      const { done, value } = await scope.race(reader.read());
      scope.stopTimer();
      if (!done) return controller.enqueue(value);
      scope.release();
      controller.close();
    } catch (error) {
      scope.release();
      controller.error(scope.ended && !scope.timedOut ? scope.reason : toError(failureOf(error, call)));
      // Not every `fetch` respects the signal.
      await reader.cancel(error).catch(() => undefined);
    }
  };
  const cancel = (reason: unknown): Promise<void> => {
    scope.release();
    return reader.cancel(reason);
  };
  // Nothing is read ahead: the timeout runs only while the caller waits.
  return new ReadableStream({ pull, cancel }, { highWaterMark: 0 });
}

function failureOf(error: unknown, call: Call): unknown {
  const { scope, settings, operation, attempts, hide = (text: string): string => text } = call;
  const failure = scope.timedOut
    ? new TimeoutError(`The response sent nothing for ${settings.timeoutMs} ms (${operation})`, {
        operation,
        attempts,
      })
    : new ConnectionError(`The response broke off: ${clip(hide(reasonOf(error)), 500)} (${operation})`, {
        operation,
        attempts,
        cause: redactCause(error, hide),
      });
  if (!call.isSafe) failure.maybeApplied = true;
  return failure;
}
