import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { bearerToken, type ClientOptions } from "../../src/index.js";
import type { HarnessResponse } from "../support/harness/responses.js";
import { openHarness, type Harness } from "../support/harness/harness.js";

const reason = new Error("the user left the page");

interface Wait {
  readonly wait: string;
  readonly client?: ClientOptions;
  readonly responses?: readonly HarnessResponse[];
  /** Runs before the call that is aborted. */
  readonly before?: (harness: Harness) => Promise<unknown>;
  readonly sent: number;
}

const pausing: HarnessResponse = { status: 429, headers: { "retry-after": "30" } };
const never = bearerToken(() => new Promise(() => undefined));

const waits: Wait[] = [
  { wait: "between two attempts", responses: [{ status: 500 }], sent: 1 },
  { wait: "for Retry-After", responses: [pausing], sent: 1 },
  { wait: "for a response", responses: ["stall"], sent: 1 },
  { wait: "for the end of a body", responses: ["stall in body"], sent: 1 },
  { wait: "for credentials", client: { auth: never }, sent: 0 },
  {
    wait: "in the queue",
    client: { maxConcurrency: 1 },
    responses: ["stall"],
    before: async ({ confluent, calm }) => {
      // It fails when the server closes, at the end of the test.
      confluent.things.get("first", {}, { retry: false }).catch(() => undefined);
      await calm();
    },
    sent: 1,
  },
  {
    wait: "for the end of a pause",
    responses: [pausing],
    before: ({ confluent, run }) =>
      run(confluent.things.get("first", {}, { retry: false }).catch(() => undefined)),
    sent: 1,
  },
];

describe.each(waits)("a call that waits $wait", ({ client, responses = [], before, sent }) => {
  test("rejects at once with the signal's own reason, and leaves no timer or listener", async () => {
    const harness = await openHarness(client);
    const { confluent, clock, calm, sentAt } = harness;
    harness.respondWith(responses);
    await before?.(harness);
    const timers = clock.timers;
    const caller = new AbortController();
    const call = confluent.things.get("thing-1", {}, { signal: caller.signal, totalTimeoutMs: 1_000_000 });
    const outcome = call.catch((error: unknown) => error);
    await calm();
    expect(clock.timers, "timers while it waits").toBeGreaterThan(timers);

    caller.abort(reason);
    expect(await outcome).toBe(reason);
    await calm();
    expect(clock.timers, "timers").toBe(timers);
    expect(getEventListeners(caller.signal, "abort")).toEqual([]);
    expect(sentAt.length, "requests").toBe(sent);
    expect(clock.now()).toBe(0);
  });
});

describe("aborting a request in flight", () => {
  test.each<HarnessResponse>(["stall", "stall in body"])("reaches the socket (%s)", async (response) => {
    const { confluent, calm, holds, ...harness } = await openHarness();
    harness.respondWith([response]);
    const caller = new AbortController();
    const outcome = confluent.things.create({}, { signal: caller.signal }).catch((error: unknown) => error);
    await calm();
    expect(holds.size).toBe(1);

    caller.abort(reason);
    expect(await outcome).toBe(reason);
    while (holds.size > 0) await calm();
  });

  test("makes room for the next call", async () => {
    const { confluent, calm, run, ...harness } = await openHarness({ maxConcurrency: 1 });
    harness.respondWith(["stall"]);
    const caller = new AbortController();
    const first = confluent.things
      .get("first", {}, { signal: caller.signal })
      .catch((error: unknown) => error);
    const second = confluent.things.get("second");
    await calm();
    caller.abort(reason);
    expect(await first).toBe(reason);
    expect(await run(second)).toEqual({ id: "thing-1" });
  });
});

describe("a signal that has already aborted", () => {
  test.each([reason, "a string", null, 0])(
    "sends nothing and rejects with its reason (%s)",
    async (reason) => {
      const { confluent, calm, events, sentAt, clock } = await openHarness();
      const caught: unknown[] = [];
      const signal = AbortSignal.abort(reason);
      await confluent.things.get("thing-1", {}, { signal }).catch((error: unknown) => caught.push(error));
      await calm();
      expect(caught).toEqual([reason]);
      expect({ sentAt, events }).toEqual({ sentAt: [], events: [] });
      expect(clock.timers).toBe(0);
    },
  );

  test("asks for no credentials", async () => {
    let asked = 0;
    const auth = bearerToken(() => `token-${++asked}`);
    const { confluent } = await openHarness({ auth });
    await expect(confluent.things.get("a", {}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(asked).toBe(0);
  });
});

test("an abort while a retry is announced ends the call before the delay", async () => {
  const caller = new AbortController();
  const { confluent, run, clock, ...harness } = await openHarness({
    onEvent: ({ type }) => type === "retry" && caller.abort(reason),
  });
  harness.respondWith([{ status: 500 }]);
  await expect(run(confluent.things.get("thing-1", {}, { signal: caller.signal }))).rejects.toBe(reason);
  expect({ sent: harness.sentAt.length, time: clock.now(), timers: clock.timers }).toEqual({
    sent: 1,
    time: 0,
    timers: 0,
  });
});

test("aborting the first of several queued calls does not affect the others", async () => {
  const { confluent, calm, run, ...harness } = await openHarness();
  harness.respondWith([pausing]);
  await run(confluent.things.get("first", {}, { retry: false }).catch(() => undefined));
  const caller = new AbortController();
  const left = confluent.things.get("second", {}, { signal: caller.signal }).catch((error: unknown) => error);
  const others = Promise.all([confluent.things.get("third"), confluent.things.get("fourth")]);
  await calm();
  caller.abort(reason);
  expect(await left).toBe(reason);
  expect(await run(others)).toHaveLength(2);
  expect(harness.sentAt).toEqual([0, 30_000, 30_000]);
});
