import { TimeoutError } from "../errors/index.js";
import type { Call } from "../pipeline/call.js";
import { Scope } from "../time/scope.js";

/**
 * Runs a request with its middlewares, and ends it when they hang, or the body of a response that one of them returned. Only
 * their time counts: the pipeline has timeouts of its own.
 *
 * @param send sends the request through the pipeline
 * @param run runs the middlewares around the `send` that it is given
 * @throws {TimeoutError} when the middlewares take longer than `timeoutMs`, before the request or after it
 */
export async function limitMiddlewares<T>(
  { scope, clock, settings: { timeoutMs }, operation, attempts }: Call,
  send: (request: Request) => Promise<Response>,
  run: (send: (request: Request) => Promise<Response>) => Promise<T>,
): Promise<T> {
  const wait = new Scope([scope], timeoutMs, clock);
  let hook = "onRequest";
  const sendUncounted = async (request: Request): Promise<Response> => {
    // A middleware may go on long after the call has ended.
    wait.check();
    wait.stopTimer();
    try {
      return await send(request);
    } finally {
      hook = "onResponse or onError";
      wait.startTimer(timeoutMs);
    }
  };
  try {
    return await wait.race(run(sendUncounted));
  } catch (error) {
    if (!wait.timedOut) throw error;
    const message = `A middleware's ${hook} did not end within ${timeoutMs} ms (${operation})`;
    throw new TimeoutError(message, { operation, attempts });
  } finally {
    wait.release();
  }
}
