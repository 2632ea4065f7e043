import { onTestFinished, vi } from "vitest";
import type { Clock } from "../../src/time/clock.js";

/** A clock that a test moves: it does not move by itself. */
export interface ManualClock extends Clock {
  /** Lets time pass. Timers that fall due fire in order, each at its own time, including those set on the way. */
  advance(ms: number): void;
  /** Lets time pass until the next timer fires; false when none is set. */
  advanceToNext(): boolean;
  /** How many timers are set. */
  readonly timers: number;
}

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

export interface ManualClockOptions {
  /**
   * The date at the start, in milliseconds since 1970.
   *
   * @default 2100-01-01, so that the dates in tests are in the future
   */
  readonly epochMs?: number;
  /**
   * True to set `Date` by this clock until the end of the test, for servers in the test's process. Their timers and sockets
   * stay real.
   */
  readonly setsDate?: boolean;
}

export function manualClock({
  epochMs = Date.UTC(2100, 0, 1),
  setsDate = false,
}: ManualClockOptions = {}): ManualClock {
  const timers = new Set<Timer>();
  let now = 0;
  if (setsDate) {
    vi.useFakeTimers({ toFake: ["Date"], now: epochMs });
    onTestFinished(() => void vi.useRealTimers());
  }

  const moveTo = (time: number): void => {
    now = time;
    if (setsDate) vi.setSystemTime(epochMs + now);
  };

  /** Fires the timer that is due first, in the order in which they were set, unless that is later than `end`. */
  const fireNext = (end: number): boolean => {
    const [next] = [...timers].sort((one, other) => one.at - other.at);
    if (!next || next.at > end) return false;
    timers.delete(next);
    moveTo(Math.max(now, next.at));
    next.callback();
    return true;
  };

  return {
    now: () => now,
    epochMs: () => epochMs + now,
    setTimer(ms, callback) {
      const timer = { at: now + ms, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(ms) {
      const end = now + ms;
      while (fireNext(end));
      moveTo(end);
    },
    advanceToNext: () => fireNext(Infinity),
    get timers() {
      return timers.size;
    },
  };
}

/** A clock on which every delay ends at once, and nothing times out. */
export const impatientClock: Clock = {
  now: () => 0,
  epochMs: () => 0,
  setTimer(ms, callback) {
    if (ms >= 10_000) return () => undefined;
    const immediate = setImmediate(callback);
    return () => clearImmediate(immediate);
  },
};
