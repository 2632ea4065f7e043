/** RFC 9110, section 5.6.7: the one form of date that senders may generate. */
const httpDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * Milliseconds that the answer asks to wait: `Retry-After` (RFC 9110, section 10.2.3: whole seconds or an HTTP date),
 * else, on a 429, `X-RateLimit-Reset`, which Confluent counts in seconds from now. `undefined` where neither is there
 * in its strict form: `Date.parse` takes almost anything for a date.
 */
export function parseRetryAfterMs(response: Response, now: number = Date.now()): number | undefined {
  const retryAfter = response.headers.get("retry-after")?.trim();
  if (retryAfter !== undefined) {
    const ms = secondsToMs(retryAfter) ?? dateToMs(retryAfter, now);
    if (ms !== undefined) return ms;
  }
  return response.status === 429 ? secondsToMs(response.headers.get("x-ratelimit-reset")?.trim()) : undefined;
}

function secondsToMs(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,10}$/.test(value) ? Number(value) * 1000 : undefined;
}

function dateToMs(value: string, now: number): number | undefined {
  const date = httpDate.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
