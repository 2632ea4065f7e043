/** The last known state of the service's rate limit, which counts all requests of a user and of an organization. */
export interface RateLimit {
  /** The number of requests that one window allows. */
  readonly limit?: number;
  /** The number of requests that remain in the window. */
  readonly remaining?: number;
  /** The end of the window, by this machine's clock. */
  readonly resetAt?: Date;
}

/** The `X-RateLimit-*` headers of a response. Many responses have none, or not all. */
export interface RateLimitHeaders {
  readonly limit: number | undefined;
  readonly remaining: number | undefined;
  /** Milliseconds from now: Confluent's `X-RateLimit-Reset` counts from the response, unlike GitHub's. */
  readonly resetMs: number | undefined;
}

export function readRateLimit({ headers }: Response): RateLimitHeaders {
  const resetSeconds = wholeNumber(headers.get("x-ratelimit-reset"));
  return {
    limit: wholeNumber(headers.get("x-ratelimit-limit")),
    remaining: wholeNumber(headers.get("x-ratelimit-remaining")),
    resetMs: resetSeconds === undefined ? undefined : resetSeconds * 1000,
  };
}

/**
 * Parses digits, with the space around them that not every `fetch` removes. `Number` alone accepts more than a header may
 * contain. The value is capped.
 */
export function wholeNumber(value: string | null): number | undefined {
  return value !== null && /^\s*\d+\s*$/.test(value) ? Math.min(Number(value), 9_999_999_999) : undefined;
}
