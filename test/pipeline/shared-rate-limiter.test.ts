import { describe, expect, test } from "vitest";
import {
  ConfigurationError,
  shareRateLimit,
  TimeoutError,
  type ClientOptions,
  type Fetch,
  type RateLimitUpdate,
  type SharedRateLimit,
  type SharedRateLimiter,
} from "../../src/index.js";
import { openHarness, type Harness } from "../support/harness/harness.js";
import { rejection, thrown } from "../support/rejection.js";
import { thingsAt } from "../support/harness/things.js";

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `thing-${index}`);

/** The events of the rate limiters. */
const toldBy = ({ events }: Harness): object[] =>
  events.filter(({ type }) => type === "rateLimiter" || type === "pause");

/** What is logged as a warning or above. */
function openLog(): { lines: string[]; logger: NonNullable<ClientOptions["logger"]> } {
  const lines: string[] = [];
  const write = (message: string): void => void lines.push(message);
  return { lines, logger: { debug: write, info: write, warn: write, error: write } };
}

/** A store in this process, with a window that begins with its first permit. */
function countingLimiter(clock: () => number, limit: number, windowMs: number): SharedRateLimiter {
  let begin = -Infinity;
  let taken = 0;
  return {
    acquire() {
      if (clock() - begin >= windowMs) [begin, taken] = [clock(), 0];
      if (taken === limit) return begin + windowMs - clock();
      taken++;
      return 0;
    },
  };
}

test("requests are sent as the shared rate limiter permits, in the order of their calls", async () => {
  const limiter = countingLimiter(() => harness.clock.now(), 20, 1_000);
  const order: string[] = [];
  const fetch: Fetch = (request, init) => {
    order.push(new URL(request.url).pathname.slice("/things/".length));
    return globalThis.fetch(request, init);
  };
  const harness: Harness = await openHarness({ rateLimiter: shareRateLimit(limiter), fetch });
  await harness.run(Promise.all(names(50).map((name) => harness.confluent.things.get(name))));
  const sentIn = [0, 1_000, 2_000].map((at) => harness.sentAt.filter((time) => time === at).length);
  expect(sentIn).toEqual([20, 20, 10]);
  expect(toldBy(harness)).toEqual([
    { type: "pause", delayMs: 1_000 },
    { type: "pause", delayMs: 1_000 },
  ]);
  expect(order).toEqual(names(50));
});

test("each retry needs a permit, too", async () => {
  let permits = 0;
  const harness = await openHarness({ rateLimiter: shareRateLimit({ acquire: () => (permits++, 0) }) });
  harness.respondWith([{ status: 500 }, "reset", { status: 429 }]);
  await harness.run(harness.confluent.things.get("a"));
  expect(permits).toBe(4);
});

test("it is told of each response, by what the headers say", async () => {
  const updates: RateLimitUpdate[] = [];
  const rateLimiter: SharedRateLimiter = { acquire: () => 0, update: (update) => updates.push(update) };
  const { confluent, run, ...harness } = await openHarness({ rateLimiter: shareRateLimit(rateLimiter) });
  harness.respondWith([
    { status: 429, headers: { "x-ratelimit-limit": "50", "x-ratelimit-reset": "3" } },
    { status: 429, headers: { "retry-after": "2", "x-ratelimit-remaining": "soon" } },
    { headers: { "x-ratelimit-limit": "50", "x-ratelimit-remaining": "49", "x-ratelimit-reset": "60" } },
    {},
  ]);
  await run(confluent.things.get("a"));
  await run(confluent.things.get("a"));
  expect(updates).toEqual([
    { status: 429, limit: 50, resetMs: 3_000, retryAfterMs: 3_000 },
    { status: 429, retryAfterMs: 2_000 },
    { status: 200, limit: 50, remaining: 49, resetMs: 60_000 },
    { status: 200 },
  ]);
});

describe("a call that waits for a permit", () => {
  test("fails at once when its total timeout is over before that", async () => {
    const harness = await openHarness({
      rateLimiter: shareRateLimit({ acquire: () => 5_000 }),
      totalTimeoutMs: 3_000,
    });
    const error = await rejection(harness.run(harness.confluent.things.get("a")), TimeoutError);
    expect(error.message).toMatch(/rate limit resets only after the call's total timeout/);
    expect(harness.clock.now()).toBe(0);
    expect(harness.sentAt).toEqual([]);
  });

  test("ends with its caller's signal, which the adapter sees, and those behind it go on", async () => {
    const seen: boolean[] = [];
    let first = true;
    const rateLimiter: SharedRateLimiter = {
      acquire: ({ signal }) => {
        if (!first) return 0;
        first = false;
        return new Promise((resolve) => {
          signal.addEventListener("abort", () => (seen.push(signal.reason === "enough"), resolve(0)));
        });
      },
    };
    const { confluent, calm, run, ...harness } = await openHarness({
      rateLimiter: shareRateLimit(rateLimiter),
    });
    const caller = new AbortController();
    const one = confluent.things.get("a", {}, { signal: caller.signal }).catch((error: unknown) => error);
    const other = confluent.things.get("b");
    await calm();
    caller.abort("enough");
    expect(await one).toBe("enough");
    expect(await run(other)).toEqual({ id: "thing-1" });
    expect(seen).toEqual([true]);
    expect(harness.sentAt).toEqual([0]);
  });

  test("does not ask without a pause, whatever `maxRetryAfterMs` is", async () => {
    let asked = 0;
    const rateLimiter = shareRateLimit({ acquire: () => (++asked > 10 ? 0 : 1_000) });
    const { confluent, run, clock } = await openHarness({ rateLimiter, retry: { maxRetryAfterMs: 0 } });
    await run(confluent.things.get("a"));
    expect(clock.now()).toBe(500);
  });

  test("asks again after maxRetryAfterMs at the latest, and leaves no timer behind", async () => {
    const delays = [3_600_000, 0];
    const rateLimiter = { acquire: () => delays.shift() ?? 0 };
    const { confluent, run, clock } = await openHarness({
      rateLimiter: shareRateLimit(rateLimiter),
      retry: { maxRetryAfterMs: 10_000 },
    });
    await run(confluent.things.get("a"));
    expect(clock.now()).toBe(10_000);
    expect(clock.timers).toBe(0);
  });
});

describe("a store that is out of order", () => {
  const down = (error: unknown): SharedRateLimiter["acquire"] => {
    return () => {
      throw error;
    };
  };
  test.each<[string, SharedRateLimiter["acquire"], string]>([
    ["throws", down(new Error("the pool is closed")), "the pool is closed"],
    ["rejects", () => Promise.reject(new Error("connect ECONNREFUSED")), "connect ECONNREFUSED"],
    ["hangs", () => new Promise(() => undefined), "no response within 2000 ms"],
    ["returns no number", () => Number.NaN, "`acquire` must return a number of milliseconds, not NaN"],
    ["returns nothing", (() => undefined) as never, "must return a number of milliseconds, not undefined"],
    ["shows its password", down(new Error("redis://me:hush@store:1 failed")), "redis://store:1 failed"],
  ])("and %s does not hold the client up, which says so once", async (_, acquire, reason) => {
    const { lines, logger } = openLog();
    const harness = await openHarness({ rateLimiter: shareRateLimit({ acquire }), logger });
    await harness.run(Promise.all(names(30).map((name) => harness.confluent.things.get(name))));
    expect(harness.sentAt).toHaveLength(30);
    expect(toldBy(harness)).toEqual([
      { type: "rateLimiter", available: false, error: expect.stringContaining(reason) as string },
    ]);
    expect(lines).toEqual([expect.stringContaining(`going on without it: `)]);
    expect(lines[0]).toContain(reason);
  });

  test("is asked again every five seconds, by one call, until it is available, which is told once", async () => {
    let isDown = true;
    let asked = 0;
    const acquire = (): Promise<number> =>
      (asked++, isDown) ? Promise.reject(new Error("down")) : Promise.resolve(0);
    const { clock, confluent, run, ...harness } = await openHarness({
      rateLimiter: shareRateLimit({ acquire }),
    });
    const burst = (): Promise<unknown> =>
      run(Promise.all(names(10).map((name) => confluent.things.get(name))));
    await burst();
    expect(asked).toBe(1);
    clock.advance(4_999);
    await burst();
    expect(asked).toBe(1);
    clock.advance(1);
    await burst();
    expect(asked).toBe(2);
    isDown = false;
    clock.advance(5_000);
    await burst();
    await burst();
    expect(toldBy(harness as Harness)).toEqual([
      { type: "rateLimiter", available: false, error: "down" },
      { type: "rateLimiter", available: true },
    ]);
    expect(harness.sentAt).toHaveLength(50);
    expect(asked).toBeGreaterThan(11);
  });

  test("leaves the client its own rate limiter, which keeps to a 429", async () => {
    const acquire = (): never => {
      throw new Error("down");
    };
    const harness = await openHarness({ rateLimiter: shareRateLimit({ acquire }) });
    harness.respondWith([{ status: 429, headers: { "retry-after": "7" } }]);
    await harness.run(harness.confluent.things.get("a"));
    expect(harness.sentAt[1]).toBeGreaterThanOrEqual(7_000);
  });

  test("may fail in `update`, which disturbs no call", async () => {
    const rateLimiter = { acquire: () => 0, update: () => Promise.reject(new Error("down")) };
    const harness = await openHarness({ rateLimiter: shareRateLimit(rateLimiter) });
    expect(await harness.run(harness.confluent.things.get("a"))).toEqual({ id: "thing-1" });
    await harness.calm();
    expect(toldBy(harness)).toEqual([]);
  });
});

test.each([null, {}, { acquire: 0 }, "redis://localhost"])("%j is no rate limiter", (limiter) => {
  const share = thrown(() => shareRateLimit(limiter as unknown as SharedRateLimiter), ConfigurationError);
  expect(share.message).toBe("shareRateLimit: pass an object with a method `acquire`");
  const options = { rateLimiter: limiter as unknown as SharedRateLimit };
  const { message } = thrown(() => thingsAt("http://127.0.0.1:1", options), ConfigurationError);
  expect(message).toBe("`rateLimiter` must be what shareRateLimit() returns");
});
