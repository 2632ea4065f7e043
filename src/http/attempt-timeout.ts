import { TimeoutError } from "../errors/index.js";
import type { Clock } from "../time/clock.js";
import { abortable, openScope } from "../time/scope.js";
import type { Layer } from "./layer.js";

/** The layer that ends an attempt, its body included, after `timeoutMs`, even when `fetch` does not listen to signals. */
export function attemptTimeout(clock: Clock): Layer {
  return (next) => async (request, call) => {
    const { timeoutMs } = call.settings;
    const scope = openScope([call.signal], timeoutMs, clock);
    let streams = false;
    try {
      const answer = await abortable(next(request, { ...call, signal: scope.signal }), scope.signal);
      streams = call.streams && answer.ok;
      return answer;
    } catch (error) {
      if (!scope.timedOut()) throw error;
      const message = `No complete answer from ${new URL(request.url).host} within ${timeoutMs} ms (${call.operation})`;
      throw new TimeoutError(message, { operation: call.operation, attempts: call.history.attempts });
    } finally {
      // What streams is still to be aborted by the caller; its signal goes when the call does.
      if (streams) scope.stopTimer();
      else scope.release();
    }
  };
}
