import { describe, expect, test } from "vitest";
import { TimeoutError, type ClientOptions } from "../../src/index.js";
import { openHarness } from "../support/harness/harness.js";

describe("a `fetch` that ignores signals", () => {
  const deaf: ClientOptions["fetch"] = (request) => globalThis.fetch(request);

  test("times out, and the attempt is repeated", async () => {
    const { confluent, run, clock, ...harness } = await openHarness({ fetch: deaf, timeoutMs: 1_000 });
    harness.respondWith(["stall", "stall in body"]);
    expect(await run(confluent.things.get("thing-1"))).toEqual({ id: "thing-1" });
    expect(harness.sentAt).toEqual([0, 1_250, 2_750]);
    expect(clock.timers).toBe(0);
  });

  test("ends with the total timeout", async () => {
    const { confluent, run, clock, ...harness } = await openHarness({ fetch: deaf, totalTimeoutMs: 2_000 });
    harness.respondWith(["stall"]);
    const error = await run(confluent.things.create({}).catch((thrown: unknown) => thrown));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ maybeApplied: true, attempts: [{ durationMs: 2_000 }] });
    expect(clock.now()).toBe(2_000);
  });

  test("may reject long after its attempt has ended, without an effect", async () => {
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

test("the error of a timeout names the host, the timeout and the operation", async () => {
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

test("the error of a total timeout names it and the operation", async () => {
  const { confluent, run, ...harness } = await openHarness({ totalTimeoutMs: 1_000 });
  harness.respondWith(["stall"]);
  await expect(run(confluent.things.get("a"))).rejects.toThrow(
    "The call did not end within its total timeout of 1000 ms (getThing)",
  );
});
