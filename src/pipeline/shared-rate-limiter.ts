import { MIN_DELAY_MS, SHARED_LIMITER_ASK_AGAIN_MS, SHARED_LIMITER_TIMEOUT_MS } from "../defaults.js";
import { ConfigurationError } from "../errors/index.js";
import type { Observer } from "../events/events.js";
import { readRateLimit } from "../http/rate-limit-headers.js";
import { parseRetryAfterMs } from "../http/retry-after.js";
import type { Clock } from "../time/clock.js";
import { Scope } from "../time/scope.js";
import type { Call, Layer } from "./call.js";
import { resetTooLateError } from "./rate-limiter.js";

/** What a response says about the service's rate limit. Headers that are missing or not well-formed are left out. */
export interface RateLimitUpdate {
  /** The status of the response: 429 when the rate limit is exceeded. */
  readonly status: number;
  /** The number of requests that one window allows (`X-RateLimit-Limit`). */
  readonly limit?: number;
  /** The number of requests that remain in the window (`X-RateLimit-Remaining`). */
  readonly remaining?: number;
  /** Milliseconds until the window ends (`X-RateLimit-Reset`). */
  readonly resetMs?: number;
  /** On a 429, the milliseconds that the service asks to wait (`Retry-After`, else `X-RateLimit-Reset`). */
  readonly retryAfterMs?: number;
}

/**
 * A rate limit that several processes share, because Confluent Cloud counts the requests of a whole organization. It is an
 * adapter to a store that they all reach; `examples/redis-rate-limiter.ts` is one for Redis and Valkey.
 *
 * Each client keeps its own rate limiter, too. When the store fails or does not respond within two seconds, the client goes
 * on with its own alone, emits a `RateLimiterEvent`, and asks the store again every five seconds.
 *
 * @example
 * const limiter: SharedRateLimiter = {
 *   acquire: async ({ signal }) => (await store.take("confluent", { signal })).waitMs,
 *   update: ({ status, retryAfterMs = 0 }) => (status === 429 ? store.pause("confluent", retryAfterMs) : undefined),
 * };
 * const confluent = createClient({ rateLimiter: shareRateLimit(limiter) });
 */
export interface SharedRateLimiter {
  /**
   * Takes a permit for one request. It is called right before each request, retries included, by one call of a client at a
   * time. Requests for tokens need none.
   *
   * @param context.signal aborts when the call ends, or when the store has not responded in time
   * @returns 0 when the request may be sent, else the milliseconds after which to ask again. The client waits, for no longer
   * than the call lasts
   */
  acquire(context: { readonly signal: AbortSignal }): number | Promise<number>;
  /** Called with each response that is not a token's. What it throws is ignored; nothing waits for it. */
  update?(update: RateLimitUpdate): unknown;
}

/** What {@link shareRateLimit} returns, for the option `rateLimiter`. */
export interface SharedRateLimit {
  /** Called by the client. */
  readonly connect: (client: RateLimitedClient) => unknown;
}

/** What a shared rate limit needs of its client. */
export interface RateLimitedClient {
  readonly clock: Clock;
  /** The longest wait before the store is asked again, in milliseconds. */
  readonly maxPauseMs: number;
  readonly observe: Observer | undefined;
}

/**
 * Makes a rate limiter of your own one that clients share. Only a program that calls this has the code for it in its bundle.
 *
 * @returns a value for the option `rateLimiter`
 * @throws {ConfigurationError} when the rate limiter cannot be called
 * @example
 * const confluent = createClient({ rateLimiter: shareRateLimit({ acquire: () => store.takePermit() }) });
 */
export function shareRateLimit(rateLimiter: SharedRateLimiter): SharedRateLimit {
  if (typeof (rateLimiter as Partial<SharedRateLimiter> | null)?.acquire !== "function") {
    throw new ConfigurationError("shareRateLimit: pass an object with a method `acquire`");
  }
  return { connect: (client) => createSharedLayer(rateLimiter, client) };
}

/**
 * The layer that sends each request with a permit of the shared rate limiter. It is the last one before the attempt, so that
 * a permit is used as soon as it is taken: the service may count in another window than the store.
 */
function createSharedLayer(
  rateLimiter: SharedRateLimiter,
  { clock, maxPauseMs, observe }: RateLimitedClient,
): Layer {
  /** Settles when no call is waiting: one asks at a time, so that calls are sent in order. */
  let turn: Promise<unknown> = Promise.resolve();
  /** During an outage, when to ask again. */
  let askAgainAt: number | undefined;

  const mustAsk = (): boolean => askAgainAt === undefined || clock.now() >= askAgainAt;

  /** The milliseconds to wait; 0 when the store is out of order, too. */
  async function ask(call: Call): Promise<number> {
    const isOutage = askAgainAt !== undefined;
    // During an outage other calls go on while this one asks.
    if (isOutage) askAgainAt = clock.now() + SHARED_LIMITER_ASK_AGAIN_MS;
    const scope = new Scope([call.scope], SHARED_LIMITER_TIMEOUT_MS, clock);
    try {
      const acquire = async (): Promise<number> => rateLimiter.acquire({ signal: scope.signal });
      const delayMs = checkDelay(await scope.race(acquire()));
      askAgainAt = undefined;
      if (isOutage) observe?.({ type: "rateLimiter", available: true });
      return delayMs;
    } catch (error) {
      call.scope.check();
      askAgainAt = clock.now() + SHARED_LIMITER_ASK_AGAIN_MS;
      const reason = scope.timedOut ? `no response within ${SHARED_LIMITER_TIMEOUT_MS} ms` : reasonOf(error);
      if (!isOutage) observe?.({ type: "rateLimiter", available: false, error: reason });
      return 0;
    } finally {
      scope.release();
    }
  }

  async function waitForPermit(call: Call): Promise<void> {
    for (;;) {
      call.scope.check();
      const delayMs = mustAsk() ? await ask(call) : 0;
      if (delayMs === 0) return;
      if (clock.now() + delayMs >= call.endsAt) throw resetTooLateError(call);
      const pauseMs = Math.max(Math.min(delayMs, maxPauseMs), MIN_DELAY_MS);
      observe?.({ type: "pause", delayMs: pauseMs });
      await call.scope.sleep(pauseMs, clock);
    }
  }

  function inTurn(call: Call): Promise<void> {
    const permit = turn.then(() => waitForPermit(call));
    turn = permit.catch(() => undefined);
    return call.scope.race(permit);
  }

  async function update(response: Response): Promise<void> {
    if (askAgainAt !== undefined) return;
    try {
      await rateLimiter.update?.(updateOf(response, clock));
    } catch {
      // The next `acquire` finds out whether the store is out of order.
    }
  }

  return (next) => async (request, call) => {
    if (mustAsk()) await inTurn(call);
    const received = await next(request, call);
    void update(received.response);
    return received;
  };
}

function checkDelay(delayMs: unknown): number {
  if (typeof delayMs === "number" && delayMs >= 0 && delayMs < Infinity) return delayMs;
  throw new TypeError(`\`acquire\` must return a number of milliseconds, not ${String(delayMs)}`);
}

function updateOf(response: Response, clock: Clock): RateLimitUpdate {
  const { limit, remaining, resetMs } = readRateLimit(response);
  const { status } = response;
  const retryAfterMs = status === 429 ? parseRetryAfterMs(response, clock.epochMs()) : undefined;
  return {
    status,
    ...(limit !== undefined && { limit }),
    ...(remaining !== undefined && { remaining }),
    ...(resetMs !== undefined && { resetMs }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

/** What a store's error says, without the user and the password of its URL. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error);
  return text.replace(/\/\/[^/\s]*@/g, "//");
}
