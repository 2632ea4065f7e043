/** A limit of requests in a window of time. */
export interface RateLimitOptions {
  /** How many requests a window takes. */
  readonly limit: number;
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

  set(options: RateLimitOptions | undefined): void {
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
