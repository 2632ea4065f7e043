import { describe, expect, test } from "vitest";
import { ApiError, RateLimitError } from "../../src/index.js";
import { parseRetryAfterMs } from "../../src/http/retry-after.js";
import { connect } from "../support/client.js";
import { environment } from "../support/integrations.js";
import { rejection } from "../support/rejection.js";
import { serve } from "../support/server.js";

const now = Date.parse("Wed, 21 Oct 2026 07:28:00 GMT");

describe("Retry-After is accepted in its strict form only", () => {
  test.each([
    ["0", 0],
    ["7", 7_000],
    ["007", 7_000],
    ["61", 61_000],
    ["86400", 86_400_000],
    ["Wed, 21 Oct 2026 07:28:30 GMT", 30_000],
    ["Thu, 22 Oct 2026 07:28:00 GMT", 86_400_000],
    // Already over: come back at once.
    ["Wed, 21 Oct 2026 07:27:00 GMT", 0],
    ["Fri, 31 Dec 1999 23:59:59 GMT", 0],
    // The obsolete forms of RFC 850 and of asctime, which recipients must accept.
    ["Wednesday, 21-Oct-26 07:28:30 GMT", 30_000],
    ["Friday, 31-Dec-99 23:59:59 GMT", 0],
    ["Wed Oct 21 07:28:30 2026", 30_000],
    ["Sun Nov  1 07:28:00 2026", 11 * 86_400_000],
    ["Wed, 21 Oct 2026 07:28:60 GMT", 59_000],
    ["", undefined],
    ["soon", undefined],
    ["-5", undefined],
    ["+5", undefined],
    ["1.5", undefined],
    ["1e3", undefined],
    ["0x10", undefined],
    ["5s", undefined],
    ["5, 10", undefined],
    ["٥", undefined],
    // Long, not garbage; no wait is ever that long.
    ["99999999999", 9_999_999_999_000],
    ["Infinity", undefined],
    // Date.parse takes each of these for a date.
    ["2026-10-21T07:28:30Z", undefined],
    ["21 Oct 2026 07:28:30 GMT", undefined],
    ["Wed, 21 Oct 2026 07:28:30 +0200", undefined],
    ["Wed, 21 Oct 2026 07:28:30", undefined],
    ["Wed, 21 Oct 26 07:28:30 GMT", undefined],
    ["Wednesday, 21-Oct-2026 07:28:30 GMT", undefined],
    ["Wed Oct 21 07:28:30 2026 GMT", undefined],
    ["Mon, 30 Feb 2026 07:28:30 GMT", undefined],
    ["Wed, 21 Foo 2026 07:28:30 GMT", undefined],
    ["Wed, 21 Oct 2026 25:61:61 GMT", undefined],
  ])('"%s"', (value, expected) => {
    // A Headers takes no character beyond Latin-1; it arrives as its bytes.
    const header = Buffer.from(value).toString("latin1");
    const response = new Response(null, { status: 503, headers: { "Retry-After": header } });
    expect(parseRetryAfterMs(response, now)).toBe(expected);
  });
});

describe("retryAfterMs of an error", () => {
  test.each([
    ["comes from Retry-After", 429, { "Retry-After": "7" }, 7_000],
    ["comes from Retry-After of other statuses too", 503, { "Retry-After": "7" }, 7_000],
    ["may have space around it", 429, { "Retry-After": " 5 " }, 5_000],
    ["comes from X-RateLimit-Reset, in seconds from now", 429, { "X-RateLimit-Reset": "12" }, 12_000],
    ["prefers Retry-After", 429, { "Retry-After": "7", "X-RateLimit-Reset": "12" }, 7_000],
    ["prefers even a Retry-After of 0", 429, { "Retry-After": "0", "X-RateLimit-Reset": "12" }, 0],
    [
      "falls back when Retry-After is garbage",
      429,
      { "Retry-After": "soon", "X-RateLimit-Reset": "12" },
      12_000,
    ],
    [
      "is not there for garbage in both",
      429,
      { "Retry-After": "soon", "X-RateLimit-Reset": "-1" },
      undefined,
    ],
    // On other responses the header says when the quota is renewed, not how long to wait.
    ["takes X-RateLimit-Reset on a 429 only", 503, { "X-RateLimit-Reset": "12" }, undefined],
    ["is not there without headers", 429, {}, undefined],
  ])("%s", async (_, status, headers, expected) => {
    const server = await serve({ status, headers });
    const call = connect(server).pim.v1.integrations.get("cspi-12345", { environment });
    const error = await rejection(call, ApiError);
    expect(error.retryAfterMs).toBe(expected);
    expect("retryAfterMs" in error).toBe(expected !== undefined);
  });

  test.each([-3_600_000, 0, 3_600_000])("counts a date from the response's own (%d ms off)", async (off) => {
    const date = Math.floor((Date.now() + off) / 1_000) * 1_000;
    const headers = {
      Date: new Date(date).toUTCString(),
      "Retry-After": new Date(date + 3_000).toUTCString(),
    };
    const server = await serve({ status: 429, headers });
    const call = connect(server).pim.v1.integrations.get("cspi-12345", { environment });
    expect((await rejection(call, RateLimitError)).retryAfterMs).toBe(3_000);
  });

  test.each([{}, { Date: "yesterday" }])("counts a date from now without a Date (%j)", async (dates) => {
    const server = await serve((_request, response) => {
      response.sendDate = false;
      const headers = { ...dates, "Retry-After": new Date(Date.now() + 3_600_000).toUTCString() };
      return { status: 429, headers };
    });
    const call = connect(server).pim.v1.integrations.get("cspi-12345", { environment });
    const { retryAfterMs } = await rejection(call, RateLimitError);
    expect(retryAfterMs).toBeLessThanOrEqual(3_600_000);
    expect(retryAfterMs).toBeGreaterThan(3_500_000);
  });
});
