import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { bearerToken, type ClientOptions } from "../../src/index.js";
import type { HarnessResponse } from "../support/harness/responses.js";
import { openHarness, type Harness } from "../support/harness/harness.js";

const reason = new Error("the user left the page");

interface Wait {
  readonly wait: string;
  readonly client?: ClientOptions;
  readonly answers?: readonly HarnessResponse[];
  /** What happens before the call that is aborted. */
  readonly before?: (harness: Harness) => Promise<unknown>;
  readonly sent: number;
}

const pausing: HarnessResponse = { status: 429, headers: { "retry-after": "30" } };
const never = bearerToken(() => new Promise(() => undefined));

const waits: Wait[] = [
  { wait: "between two attempts", answers: [{ status: 500 }], sent: 1 },
  { wait: "for a hint of the service", answers: [pausing], sent: 1 },
  { wait: "for an answer", answers: ["stall"], sent: 1 },
  { wait: "for the end of a body", answers: ["stall in body"], sent: 1 },
  { wait: "for credentials", client: { auth: never }, sent: 0 },
  {
    wait: "in the queue",
    client: { maxConcurrency: 1 },
    answers: ["stall"],
    before: async ({ confluent, calm }) => {
      // Ends with the server, at the end of the test.
      confluent.things.get("first", {}, { retry: false }).catch(() => undefined);
      await calm();
    },
    sent: 1,
  },
  {
    wait: "for the end of a pause",
    answers: [pausing],
    before: ({ confluent, run }) =>
      run(confluent.things.get("first", {}, { retry: false }).catch(() => undefined)),
    sent: 1,
  },
];

describe.each(waits)("a call that waits $wait", ({ client, answers = [], before, sent }) => {
  test("rejects at once with the caller's very own reason, and leaves nothing behind", async () => {
    const harness = await openHarness(client);
    const { confluent, clock, calm, sentAt } = harness;
    harness.respondWith(answers);
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

describe("an abort of a request that is under way", () => {
  test.each<HarnessResponse>(["stall", "stall in body"])("reaches the socket (%s)", async (answer) => {
    const { confluent, calm, holds, ...harness } = await openHarness();
    harness.respondWith([answer]);
    const caller = new AbortController();
    const outcome = confluent.things.create({}, { signal: caller.signal }).catch((error: unknown) => error);
    await calm();
    expect(holds.size).toBe(1);

    caller.abort(reason);
    expect(await outcome).toBe(reason);
    while (holds.size > 0) await calm();
  });

  test("gives its place to the next call", async () => {
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

describe("a signal that is aborted already", () => {
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

test("an abort at the moment when a retry is announced ends the call before the wait", async () => {
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

test("the first of several waiting calls can go without ending the others", async () => {
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
