import { describe, expect, test } from "vitest";
import { TimeoutError, type ClientOptions } from "../../src/index.js";
import { systemClock } from "../../src/time/clock.js";
import { openHarness } from "../support/harness/harness.js";

describe("a fetch that does not listen to signals", () => {
  const deaf: ClientOptions["fetch"] = (request) => globalThis.fetch(request);

  test("is timed out all the same, and tried again", async () => {
    const { confluent, run, clock, ...harness } = await openHarness({ fetch: deaf, timeoutMs: 1_000 });
    harness.respondWith(["stall", "stall in body"]);
    expect(await run(confluent.things.get("thing-1"))).toEqual({ id: "thing-1" });
    expect(harness.sentAt).toEqual([0, 1_250, 2_750]);
    expect(clock.timers).toBe(0);
  });

  test("ends at the deadline", async () => {
    const { confluent, run, clock, ...harness } = await openHarness({ fetch: deaf, totalTimeoutMs: 2_000 });
    harness.respondWith(["stall"]);
    const error = await run(confluent.things.create({}).catch((thrown: unknown) => thrown));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ maybeApplied: true, attempts: [{ durationMs: 2_000 }] });
    expect(clock.now()).toBe(2_000);
  });

  test("may fail long after its attempt is over: that changes nothing more", async () => {
    const failures: unknown[] = [];
    const { confluent, run, calm, hangUp, ...harness } = await openHarness({
      fetch: (request) =>
        globalThis.fetch(request).catch((error: unknown) => {
          failures.push(error);
          throw error;
        }),
      timeoutMs: 1_000,
      retry: { maxRetries: 1 },
    });
    harness.respondWith(["stall", "stall"]);
    const error = (await run(confluent.things.get("a").catch((thrown: unknown) => thrown))) as TimeoutError;
    const attempts = [...error.attempts];
    expect(attempts).toHaveLength(2);
    hangUp();
    while (failures.length < 2) await calm();
    expect(error.attempts).toEqual(attempts);
  });
});

test("a timeout says where, how long and in which operation", async () => {
  const { confluent, run, url, ...harness } = await openHarness({ timeoutMs: 1_000 });
  harness.respondWith(["stall"]);
  const error = await run(confluent.things.create({}).catch((thrown: unknown) => thrown));
  const { host } = new URL(url);
  expect(error).toMatchObject({
    name: "TimeoutError",
    message: `No complete response from ${host} within 1000 ms (createThing)`,
    operation: "createThing",
    attempts: [{ durationMs: 1_000, error: "timed out" }],
  });
});

test("a missed deadline says how long it was and in which operation", async () => {
  const { confluent, run, ...harness } = await openHarness({ totalTimeoutMs: 1_000 });
  harness.respondWith(["stall"]);
  await expect(run(confluent.things.get("a"))).rejects.toThrow(
    "The call did not end within its total timeout of 1000 ms (getThing)",
  );
});

describe("the system's clock", () => {
  test("does not fire at once when the time is longer than setTimeout can count", async () => {
    const fired: string[] = [];
    const cancel = systemClock.setTimer(2 ** 31, () => fired.push("in 25 days"));
    // A timer that overflowed would be set to 1 ms, and fire before this one.
    await new Promise<void>((resolve) => void systemClock.setTimer(5, resolve));
    cancel();
    expect(fired).toEqual([]);
  });

  test("calls back once, unless cancelled", async () => {
    const fired: string[] = [];
    systemClock.setTimer(1, () => fired.push("cancelled"))();
    systemClock.setTimer(1, () => fired.push("first"));
    await new Promise<void>((resolve) => void systemClock.setTimer(2, resolve));
    expect(fired).toEqual(["first"]);
  });
});
