import { ConfigurationError, TimeoutError } from "../errors/index.js";
import { checkObject } from "../http/check-object.js";
import { checkSignal } from "../http/check-signal.js";
import { systemClock, type Clock } from "../time/clock.js";
import { Scope } from "../time/scope.js";

/** How `waitUntil` waits. */
export interface WaitOptions {
  /** Milliseconds after which it gives up. Required, because what it waits for may never happen. */
  timeoutMs: number;
  /**
   * Milliseconds between the first probe and the second. Each later delay is twice as long, and up to a fifth of it is taken
   * off at random.
   *
   * @default 1_000
   */
  initialDelayMs?: number;
  /**
   * The longest delay between two probes, in milliseconds.
   *
   * @default 15_000
   */
  maxDelayMs?: number;
  /**
   * True for the errors that mean "not yet". Every other error ends the wait, and without this function every error does.
   *
   * @example (error) => error instanceof NotFoundError
   */
  retryOn?: (error: unknown) => boolean;
  /** Aborts the wait, which then rejects with the signal's own `reason`. */
  signal?: AbortSignal;
}

/** What a probe returns for "not yet". */
type NotYet = undefined | null | false;

/**
 * Polls until a probe returns something: a new API key or integration can take minutes to work.
 *
 * @param probe returns the result, or `undefined`, `null` or `false` for "not yet". Its signal aborts when the wait ends.
 * @returns the first result that is none of those
 * @throws {TimeoutError} after `timeoutMs`; its `cause` is the last error that `retryOn` accepted
 * @throws {ConfigurationError} when a duration is missing or not above zero
 * @example
 * const integration = await waitUntil(() => confluent.pim.v1.integrations.get(id, { environment }), {
 *   timeoutMs: 300_000,
 *   retryOn: (error) => error instanceof NotFoundError,
 * });
 */
export async function waitUntil<T>(
  probe: (signal: AbortSignal) => T | Promise<T>,
  options: WaitOptions,
): Promise<Exclude<T, NotYet>> {
  return poll(probe, checkObject(options, "waitUntil: the options") as WaitOptions);
}

/** `waitUntil` on a given clock, and with given random numbers from 0 up to 1. */
export async function poll<T>(
  probe: (signal: AbortSignal) => T | Promise<T>,
  { timeoutMs, initialDelayMs = 1_000, maxDelayMs = 15_000, retryOn, signal: caller }: WaitOptions,
  clock: Clock = systemClock,
  random: () => number = Math.random,
): Promise<Exclude<T, NotYet>> {
  for (const [name, value] of Object.entries({ timeoutMs, initialDelayMs, maxDelayMs })) {
    if (!(value > 0)) throw new ConfigurationError(`waitUntil: \`${name}\` must be milliseconds above zero`);
  }
  checkSignal(caller, "waitUntil: `signal`");
  const scope = new Scope(caller ? [caller] : [], timeoutMs, clock);
  let lastError: unknown;
  try {
    for (let delayMs = initialDelayMs; ; delayMs *= 2) {
      scope.check();
      try {
        const result = await scope.race(Promise.resolve(probe(scope.signal)));
        if (result !== undefined && result !== null && result !== false) return result as Exclude<T, NotYet>;
      } catch (error) {
        scope.check();
        if (!retryOn?.(error)) throw error;
        lastError = error;
      }
      await scope.sleep(Math.min(delayMs, maxDelayMs) * (1 - random() / 5), clock);
    }
  } catch (error) {
    if (!scope.timedOut) throw error;
    throw new TimeoutError(`waitUntil timed out after ${timeoutMs} ms`, { cause: lastError });
  } finally {
    scope.release();
  }
}
