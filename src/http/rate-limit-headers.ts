/** What the service last said about its rate limit, which counts all requests of a user and of an organization. */
export interface RateLimit {
  /** Requests that one window allows. */
  readonly limit?: number;
  /** Requests that were left in the window. */
  readonly remaining?: number;
  /** When the window ends, by this machine's clock. */
  readonly resetAt?: Date;
}

/** The `X-RateLimit-*` headers of an answer; many answers have none, or not all. */
export interface RateLimitHeaders {
  readonly limit: number | undefined;
  readonly remaining: number | undefined;
  /** Milliseconds from now: Confluent's `X-RateLimit-Reset` is relative, unlike GitHub's. */
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
 * Only digits, and the space around them that not every `fetch` takes away: `Number` takes more for a number than a header
 * may be. An absurd number is a large one.
 */
export function wholeNumber(value: string | null): number | undefined {
  return value !== null && /^\s*\d+\s*$/.test(value) ? Math.min(Number(value), 9_999_999_999) : undefined;
}
