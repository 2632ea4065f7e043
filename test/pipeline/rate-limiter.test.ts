import { describe, expect, test } from "vitest";
import { openHarness } from "../support/harness/harness.js";
import { thingsAt } from "../support/harness/things.js";
import { listen } from "../support/server.js";

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `thing-${index}`);

/** Responds to each request in a later turn of the event loop, and counts concurrent requests. */
async function serveCounting(): Promise<{ url: string; order: string[]; most: () => number }> {
  const order: string[] = [];
  let concurrent = 0;
  let most = 0;
  const { url } = await listen((request, response) => {
    order.push(request.url?.slice("/things/".length) ?? "");
    most = Math.max(most, ++concurrent);
    setImmediate(() => {
      concurrent--;
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  return { url, order, most: () => most };
}

describe("the rate limiter", () => {
  test("never sends more than maxConcurrency requests at once", async () => {
    const { url, most } = await serveCounting();
    const { things } = thingsAt(url, { maxConcurrency: 4 });
    await Promise.all(names(200).map((name) => things.get(name)));
    expect(most()).toBeLessThanOrEqual(4);
    expect(most()).toBeGreaterThan(1);
  });

  test("sends queued requests in the order of their calls", async () => {
    const { url, order } = await serveCounting();
    const { things } = thingsAt(url, { maxConcurrency: 1 });
    await Promise.all(names(50).map((name) => things.get(name)));
    expect(order).toEqual(names(50));
  });

  test("sends one probe after a pause, not the whole queue", async () => {
    const { confluent, run, ...harness } = await openHarness({ maxConcurrency: 100 });
    harness.respondWith([{ status: 429, headers: { "retry-after": "1" }, times: 100 }]);
    const calls = names(100).map((name) => confluent.things.get(name));
    await run(Promise.all(calls));
    const after = harness.sentAt.slice(100);
    expect(after).toHaveLength(100);
    expect(Math.min(...after)).toBeGreaterThanOrEqual(1_000);
    expect(harness.events.filter(({ type }) => type === "pause")).toHaveLength(1);
    // Each response decides how many requests follow at once.
    const flight = harness.events.slice(harness.events.findLastIndex(({ type }) => type === "retry") + 1);
    expect(flight.slice(0, 2).map(({ type }) => type)).toEqual(["request", "response"]);
  });

  test("stays within the service's rate limit, with few 429s", async () => {
    const limit = 20;
    const windowMs = 1_000;
    let remaining = limit;
    let refused = 0;
    const harness = await openHarness({
      // The service counts requests in each window, by the same clock.
      fetch: async (request, init) => {
        const response = await globalThis.fetch(request, init);
        const { clock } = harness;
        const end = windowMs - (clock.now() % windowMs);
        if (Math.floor(clock.now() / windowMs) > current) {
          current = Math.floor(clock.now() / windowMs);
          remaining = limit;
        }
        const headers = {
          "content-type": "application/json",
          "x-ratelimit-limit": String(limit),
          "x-ratelimit-remaining": String(Math.max(0, remaining - 1)),
          "x-ratelimit-reset": String(Math.ceil(end / 1_000)),
        };
        if (remaining-- > 0) return new Response(await response.arrayBuffer(), { headers });
        refused++;
        return new Response(null, { status: 429, headers });
      },
    });
    let current = 0;
    const { confluent, run, clock } = harness;
    await run(Promise.all(names(200).map((name) => confluent.things.get(name))));
    expect(clock.now(), "ten windows, the first of which starts at zero").toBe(9_000);
    expect(refused).toBeLessThanOrEqual(3);
  });

  test("ignores a response that arrives after its call was aborted", async () => {
    const { confluent, calm, run, clock, ...harness } = await openHarness({ maxConcurrency: 1 });
    harness.respondWith([
      { afterMs: 100, headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "50" } },
    ]);
    const caller = new AbortController();
    const first = confluent.things.get("a", {}, { signal: caller.signal }).catch((error: unknown) => error);
    await calm();
    caller.abort("enough");
    expect(await first).toBe("enough");
    await run(confluent.things.get("b"));
    expect(clock.now()).toBe(0);
    expect(confluent.rateLimit).toBeUndefined();
  });
});
