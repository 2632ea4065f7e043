import { describe, expect, expectTypeOf, test } from "vitest";
import { ConfigurationError, NotFoundError, TimeoutError, waitUntil } from "../../src/index.js";
import { poll, type WaitOptions } from "../../src/client/wait-until.js";
import { manualClock } from "../support/clock.js";
import { connect } from "../support/client.js";
import { environment, integration } from "../support/integrations.js";
import { rejection } from "../support/rejection.js";
import { serve } from "../support/server.js";

/** Polls on a clock that moves on whenever nothing else can happen, and records when each probe was made. */
async function play<T>(probe: (count: number) => T | Promise<T>, options: WaitOptions, random = 0) {
  const clock = manualClock();
  const probes: number[] = [];
  const state = { ended: false };
  const outcome = poll(
    () => probe(probes.push(clock.now())),
    options,
    clock,
    () => random,
  )
    .then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    )
    .finally(() => (state.ended = true));
  for (;;) {
    await new Promise(setImmediate);
    if (state.ended) break;
    clock.advanceToNext();
  }
  return { ...(await outcome), probes, timers: clock.timers };
}

describe("waitUntil", () => {
  test("returns the first result, and then stops", async () => {
    const { value, probes } = (await play((count) => (count < 3 ? undefined : "seen"), {
      timeoutMs: 60_000,
    })) as { value: string; probes: number[] };
    expect(value).toBe("seen");
    expect(probes).toHaveLength(3);
  });

  test("continues after undefined, null and false, but not after 0 or the empty string", async () => {
    for (const nothing of [undefined, null, false]) {
      const { probes } = await play((count) => (count === 1 ? nothing : true), { timeoutMs: 60_000 });
      expect(probes).toHaveLength(2);
    }
    for (const thing of [0, ""])
      expect(await play(() => thing, { timeoutMs: 1 })).toMatchObject({ value: thing });
  });

  test("doubles the delay from initialDelayMs up to maxDelayMs", async () => {
    const options = { timeoutMs: 60_000, initialDelayMs: 100, maxDelayMs: 500 };
    const { probes } = await play((count) => count === 6, options);
    expect(probes).toEqual([0, 100, 300, 700, 1_200, 1_700]);
  });

  test("shortens each delay at random, by a fifth at most", async () => {
    const { probes } = await play((count) => count === 2, { timeoutMs: 60_000, initialDelayMs: 1_000 }, 1);
    expect(probes).toEqual([0, 800]);
  });

  test("times out with a TimeoutError whose cause is the last error that meant not yet", async () => {
    const notYet = new Error("not yet");
    const { error, probes, timers } = (await play(() => Promise.reject(notYet), {
      timeoutMs: 10_000,
      retryOn: (reason) => reason === notYet,
    })) as { error: TimeoutError; probes: number[]; timers: number };
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error.message).toBe("waitUntil timed out after 10000 ms");
    expect(error.cause).toBe(notYet);
    expect(probes.every((at) => at < 10_000)).toBe(true);
    expect(timers).toBe(0);
  });

  test("times out when a probe never settles", async () => {
    const { error } = (await play(() => new Promise(() => undefined), { timeoutMs: 10 })) as {
      error: unknown;
    };
    expect(error).toBeInstanceOf(TimeoutError);
  });

  test("rejects with any other error at once", async () => {
    const reason = new Error("no");
    expect(await play(() => Promise.reject(reason), { timeoutMs: 10 })).toMatchObject({ error: reason });
  });

  test("rejects with the caller's own reason, in a delay too, and leaves no timer", async () => {
    const controller = new AbortController();
    const reason = { not: "an error" };
    const waiting = play(
      () => {
        queueMicrotask(() => queueMicrotask(() => controller.abort(reason)));
        return undefined;
      },
      { timeoutMs: 60_000, initialDelayMs: 30_000, signal: controller.signal },
    );
    expect(await waiting).toMatchObject({ error: reason, probes: [0], timers: 0 });
  });

  test.each([
    [{}, "timeoutMs"],
    [{ timeoutMs: 0 }, "timeoutMs"],
    [{ timeoutMs: 1, initialDelayMs: -1 }, "initialDelayMs"],
    [{ timeoutMs: 1, maxDelayMs: Number.NaN }, "maxDelayMs"],
  ])("rejects the options %o before the first probe", async (options, name) => {
    const probe = () => expect.unreachable();
    const error = await rejection(waitUntil(probe, options as WaitOptions), ConfigurationError);
    expect(error.message).toContain(name);
  });

  test("waits for a real integration to appear", async () => {
    const server = await serve([{ status: 404 }, { body: integration() }]);
    const confluent = connect(server);
    const found = await waitUntil(() => confluent.pim.v1.integrations.get("cspi-12345", { environment }), {
      timeoutMs: 60_000,
      initialDelayMs: 1,
      retryOn: (error) => error instanceof NotFoundError,
    });
    expectTypeOf(found.id).toEqualTypeOf<string>();
    expect(found.id).toBe("cspi-12345");
    expect(server.requests).toHaveLength(2);
  });
});
