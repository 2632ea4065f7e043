import { describe, expect, test } from "vitest";
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
