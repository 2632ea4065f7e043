import { describe, expect, expectTypeOf, test } from "vitest";
import { ConfigurationError, NotFoundError, TimeoutError, waitUntil } from "../../src/index.js";
import { waitWith, type WaitOptions } from "../../src/client/wait-until.js";
import { manualClock } from "../support/clock.js";
import { connect } from "../support/client.js";
import { environment, integration } from "../support/integrations.js";
import { rejection } from "../support/rejection.js";
import { serve } from "../support/server.js";

/** Waits by a clock that moves on whenever nothing else is to be done, and keeps when each look took place. */
async function play<T>(look: (count: number) => T | Promise<T>, options: WaitOptions, random = 0) {
  const clock = manualClock({ random });
  const looks: number[] = [];
  const state = { ended: false };
  const outcome = waitWith(clock, () => look(looks.push(clock.now())), options)
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
  return { ...(await outcome), looks, timers: clock.timers };
}

describe("waitUntil", () => {
  test("returns the first thing that is there, and looks no more", async () => {
    const { value, looks } = (await play((count) => (count < 3 ? undefined : "seen"), {
      timeoutMs: 60_000,
    })) as { value: string; looks: number[] };
    expect(value).toBe("seen");
    expect(looks).toHaveLength(3);
  });

  test("takes undefined, null and false for nothing there, and 0 and the empty string for something", async () => {
    for (const nothing of [undefined, null, false]) {
      const { looks } = await play((count) => (count === 1 ? nothing : true), { timeoutMs: 60_000 });
      expect(looks).toHaveLength(2);
    }
    for (const thing of [0, ""])
      expect(await play(() => thing, { timeoutMs: 1 })).toMatchObject({ value: thing });
  });

  test("doubles the pause from initialDelayMs up to maxDelayMs", async () => {
    const options = { timeoutMs: 60_000, initialDelayMs: 100, maxDelayMs: 500 };
    const { looks } = await play((count) => count === 6, options);
    expect(looks).toEqual([0, 100, 300, 700, 1_200, 1_700]);
  });

  test("makes each pause shorter by chance, by a fifth at most", async () => {
    const { looks } = await play((count) => count === 2, { timeoutMs: 60_000, initialDelayMs: 1_000 }, 1);
    expect(looks).toEqual([0, 800]);
  });

  test("gives up with a TimeoutError whose cause is the last error that meant not yet", async () => {
    const notYet = new Error("not yet");
    const { error, looks, timers } = (await play(() => Promise.reject(notYet), {
      timeoutMs: 10_000,
      retryOn: (reason) => reason === notYet,
    })) as { error: TimeoutError; looks: number[]; timers: number };
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error.message).toContain("10000 ms");
    expect(error.cause).toBe(notYet);
    expect(looks.every((at) => at < 10_000)).toBe(true);
    expect(timers).toBe(0);
  });

  test("gives up on a look that never ends", async () => {
    const { error } = (await play(() => new Promise(() => undefined), { timeoutMs: 10 })) as {
      error: unknown;
    };
    expect(error).toBeInstanceOf(TimeoutError);
  });

  test("ends with any other error at once", async () => {
    const reason = new Error("no");
    expect(await play(() => Promise.reject(reason), { timeoutMs: 10 })).toMatchObject({ error: reason });
  });

  test("ends with the caller's own reason, in a pause too, and leaves no timer", async () => {
    const controller = new AbortController();
    const reason = { not: "an error" };
    const waiting = play(
      () => {
        queueMicrotask(() => queueMicrotask(() => controller.abort(reason)));
        return undefined;
      },
      { timeoutMs: 60_000, initialDelayMs: 30_000, signal: controller.signal },
    );
    expect(await waiting).toMatchObject({ error: reason, looks: [0], timers: 0 });
  });

  test.each([
    [{}, "timeoutMs"],
    [{ timeoutMs: 0 }, "timeoutMs"],
    [{ timeoutMs: 1, initialDelayMs: -1 }, "initialDelayMs"],
    [{ timeoutMs: 1, maxDelayMs: Number.NaN }, "maxDelayMs"],
  ])("refuses %o before it looks", async (options, name) => {
    const look = () => expect.unreachable();
    const error = await rejection(waitUntil(look, options as WaitOptions), ConfigurationError);
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
