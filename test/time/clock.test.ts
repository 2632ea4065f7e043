import { mock } from "node:test";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { apiKey, createClient } from "../../src/index.js";
import { systemClock } from "../../src/time/clock.js";

describe("the system's clock", () => {
  test("does not fire at once if the delay is too long for setTimeout", async () => {
    const fired: string[] = [];
    const cancel = systemClock.setTimer(2 ** 31, () => fired.push("in 25 days"));
    // A timer that overflowed would have 1 ms, and fire before this one.
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

describe("the system's clock keeps up with its timers", () => {
  test("where mock timers replace setTimeout and not performance.now", async () => {
    mock.timers.enable({ apis: ["setTimeout"] });
    onTestFinished(() => mock.timers.reset());
    const start = systemClock.now();
    const fired: number[] = [];
    systemClock.setTimer(30_000, () => fired.push(systemClock.now() - start));
    mock.timers.tick(30_000);
    expect(fired).toHaveLength(1);
    expect(fired[0]).toBeGreaterThanOrEqual(30_000);
    mock.timers.reset();

    let n = 0;
    const fetch = (): Promise<Response> =>
      Promise.resolve(
        n++ === 0
          ? new Response("{}", { status: 429, headers: { "Retry-After": "30" } })
          : Response.json({ id: "a" }),
      );
    const confluent = createClient({ auth: apiKey({ key: "k", secret: "s" }), fetch });
    mock.timers.enable({ apis: ["setTimeout", "Date"] });
    const call = confluent.GET("/org/v2/environments/{id}", { params: { path: { id: "env-1" } } });
    const state = { done: false };
    void call.finally(() => (state.done = true));
    for (let second = 0; second < 60 && !state.done; second++) {
      await new Promise((resolve) => setImmediate(resolve));
      mock.timers.tick(1_000);
    }
    expect((await call).response.status).toBe(200);
  });

  test("and never goes back, when performance.now or the system's clock does", () => {
    const readings = [5_000, 100, 150];
    vi.spyOn(performance, "now").mockImplementation(() => readings.shift() ?? 150);
    onTestFinished(() => void vi.restoreAllMocks());
    const [first, second, third] = [systemClock.now(), systemClock.now(), systemClock.now()];
    expect([second - first, third - second]).toEqual([0, 50]);
    vi.setSystemTime(0);
    onTestFinished(() => void vi.useRealTimers());
    expect(systemClock.now()).toBe(third);
  });
});
