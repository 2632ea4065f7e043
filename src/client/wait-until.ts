import { ConfigurationError, TimeoutError } from "../errors/index.js";
import { systemClock, type Clock } from "../time/clock.js";
import { Scope } from "../time/scope.js";

export interface WaitOptions {
  /** Milliseconds after which waiting is given up. Required: what never comes must end too. */
  timeoutMs: number;
  /** Milliseconds before the second look; each later pause is twice as long, and up to a fifth of it random. Default: 1,000. */
  initialDelayMs?: number;
  /** No pause is longer, in milliseconds. Default: 15,000. */
  maxDelayMs?: number;
  /** The errors that mean "not yet"; any other ends the waiting. Default: none. */
  retryOn?: (error: unknown) => boolean;
  /** Ends the waiting when it aborts; it then rejects with the signal's own reason. */
  signal?: AbortSignal;
}

/** What a look may return to say "not yet". */
type NotYet = undefined | null | false;

/**
 * Looks again and again until there is something to see: a new API key or integration can take minutes to work.
 *
 * @param look returns what it sees; `undefined`, `null` or `false` for "not yet". Its signal aborts when the time is up.
 * @returns what `look` saw
 * @throws {TimeoutError} when `timeoutMs` is over; its `cause` is the last error that `retryOn` let pass
 * @throws {ConfigurationError} when a duration is missing or none
 * @example
 * const integration = await waitUntil(() => confluent.pim.v1.integrations.get(id, { environment }), {
 *   timeoutMs: 300_000,
 *   retryOn: (error) => error instanceof NotFoundError,
 * });
 */
export async function waitUntil<T>(
  look: (signal: AbortSignal) => T | Promise<T>,
  options: WaitOptions,
): Promise<Exclude<T, NotYet>> {
  return waitWith(systemClock, look, options);
}

/** `waitUntil` by a given clock. */
export async function waitWith<T>(
  clock: Clock,
  look: (signal: AbortSignal) => T | Promise<T>,
  { timeoutMs, initialDelayMs = 1_000, maxDelayMs = 15_000, retryOn, signal: caller }: WaitOptions,
): Promise<Exclude<T, NotYet>> {
  for (const [name, value] of Object.entries({ timeoutMs, initialDelayMs, maxDelayMs })) {
    if (!(value > 0)) throw new ConfigurationError(`waitUntil: \`${name}\` must be milliseconds above zero`);
  }
  const scope = new Scope(caller ? [caller] : [], timeoutMs, clock);
  let lastError: unknown;
  try {
    for (let delayMs = initialDelayMs; ; delayMs *= 2) {
      scope.check();
      try {
        const seen = await scope.race(Promise.resolve(look(scope.signal)));
        if (seen !== undefined && seen !== null && seen !== false) return seen as Exclude<T, NotYet>;
      } catch (error) {
        scope.check();
        if (!retryOn?.(error)) throw error;
        lastError = error;
      }
      await scope.sleep(Math.min(delayMs, maxDelayMs) * (1 - clock.random() / 5), clock);
    }
  } catch (error) {
    if (!scope.timedOut) throw error;
    throw new TimeoutError(`waitUntil: nothing to see within ${timeoutMs} ms`, { cause: lastError });
  } finally {
    scope.release();
  }
}
