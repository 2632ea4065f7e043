import { parseHttpDate } from "./http-date.js";
import { readRateLimit, wholeNumber } from "./rate-limit-headers.js";

/**
 * Milliseconds that a response asks to wait: `Retry-After` (RFC 9110, section 10.2.3: seconds or an HTTP date), else, on a
 * 429, `X-RateLimit-Reset`. `undefined` when neither is well-formed. A date counts from the `Date` of the response, because
 * the service's clock may not be ours; without one, from now.
 *
 * @param now milliseconds since 1970
 */
export function parseRetryAfterMs(response: Response, now: number = Date.now()): number | undefined {
  const { headers, status } = response;
  const value = headers.get("retry-after");
  const seconds = wholeNumber(value);
  if (seconds !== undefined) return seconds * 1000;
  const sentAt = parseHttpDate(headers.get("date"), now) ?? now;
  const date = parseHttpDate(value, sentAt);
  if (date !== undefined) return Math.max(0, date - sentAt);
  return status === 429 ? readRateLimit(response).resetMs : undefined;
}
