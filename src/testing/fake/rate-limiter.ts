/** A limit of requests in a window of time. */
export interface RateLimitOptions {
  /** How many requests of all operations a window takes: a whole number, zero or more. */
  readonly limit: number;
  /** How long a window is, in seconds: above zero. It begins with the first request after the one before it. */
  readonly windowSeconds: number;
}

/** How a request stands to the limit. */
export interface RateLimitState {
  readonly limit: number;
  readonly remaining: number;
  /** In how many seconds the window ends. */
  readonly reset: number;
  readonly isExceeded: boolean;
}

/** Counts requests in windows that begin with the first request. It has no timer. */
export class FakeRateLimiter {
  #options: RateLimitOptions | undefined;
  #start = -Infinity;
  #count = 0;

  /** @throws {Error} for what is no limit */
  set(options: RateLimitOptions | undefined): void {
    if (options) check(options);
    this.#options = options;
    this.#start = -Infinity;
  }

  /** Undefined when there is no limit. */
  take(now: number): RateLimitState | undefined {
    if (!this.#options) return undefined;
    const { limit, windowSeconds } = this.#options;
    if (now - this.#start >= windowSeconds * 1_000) {
      this.#start = now;
      this.#count = 0;
    }
    this.#count++;
    const reset = Math.max(1, Math.ceil((this.#start + windowSeconds * 1_000 - now) / 1_000));
    return { limit, remaining: Math.max(0, limit - this.#count), reset, isExceeded: this.#count > limit };
  }
}

function check({ limit, windowSeconds }: RateLimitOptions): void {
  if (!Number.isInteger(limit) || limit < 0)
    throw new Error(`rateLimit: \`limit\` must be a whole number, zero or more, not ${limit}`);
  if (!(Number.isFinite(windowSeconds) && windowSeconds > 0))
    throw new Error(`rateLimit: \`windowSeconds\` must be above zero, not ${windowSeconds}`);
}

export function rateLimitHeaders({
  limit,
  remaining,
  reset,
  isExceeded,
}: RateLimitState): Record<string, string> {
  return {
    "x-ratelimit-limit": String(limit),
    "x-ratelimit-remaining": String(remaining),
    "x-ratelimit-reset": String(reset),
    ...(isExceeded && { "retry-after": String(reset) }),
  };
}
