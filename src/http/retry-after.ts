import { readRateLimit, wholeNumber } from "./rate-limit-headers.js";

/** RFC 9110, section 5.6.7: the one form of date that senders may generate. */
const httpDate = /^\s*(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT\s*$/;

/**
 * Milliseconds that the answer asks to wait: `Retry-After` (RFC 9110, section 10.2.3: whole seconds or an HTTP date),
 * else, on a 429, `X-RateLimit-Reset`. `undefined` where neither is there in its strict form: `Date.parse` takes almost
 * anything for a date.
 *
 * @param now milliseconds since 1970
 */
export function parseRetryAfterMs(response: Response, now: number = Date.now()): number | undefined {
  const value = response.headers.get("retry-after");
  const seconds = wholeNumber(value);
  if (seconds !== undefined) return seconds * 1000;
  const date = value !== null && httpDate.test(value) ? Date.parse(value) : Number.NaN;
  if (!Number.isNaN(date)) return Math.max(0, date - now);
  return response.status === 429 ? readRateLimit(response).resetMs : undefined;
}
