import { readRateLimit, wholeNumber } from "./rate-limit-headers.js";

/** The only date format that senders may generate (RFC 9110, section 5.6.7). */
const httpDate = /^\s*(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT\s*$/;

/**
 * Milliseconds that a response asks to wait: `Retry-After` (RFC 9110, section 10.2.3: seconds or an HTTP date), else, on a
 * 429, `X-RateLimit-Reset`. `undefined` when neither is well-formed. `Date.parse` alone would accept almost anything.
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
