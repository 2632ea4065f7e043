import type { Clock } from "../../src/time/clock.js";

/** A clock whose hands a test moves: nothing that waits on it goes on by itself. */
export interface ManualClock extends Clock {
  /** Lets time pass. Timers that fall due go off in their order, each at its own time, those set on the way too. */
  advance(ms: number): void;
  /** Lets time pass until the next timer goes off; false when none is set. */
  advanceToNext(): boolean;
  /** How many timers are set. */
  readonly timers: number;
}

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

export interface ManualClockOptions {
  /** What `random()` gives, from 0 up to 1. */
  readonly random?: number | undefined;
  /** The date at the start, in milliseconds since 1970. By default, none that a test speaks of is in the past. */
  readonly date?: number;
}

export function manualClock({
  random = 0.5,
  date = Date.UTC(2100, 0, 1),
}: ManualClockOptions = {}): ManualClock {
  const timers = new Set<Timer>();
  let now = 0;

  /** Fires the timer that is due first, of several those that were set first, unless that is later than `end`. */
  const fireNext = (end: number): boolean => {
    const [next] = [...timers].sort((one, other) => one.at - other.at);
    if (!next || next.at > end) return false;
    timers.delete(next);
    now = Math.max(now, next.at);
    next.callback();
    return true;
  };

  return {
    now: () => now,
    date: () => date + now,
    timer(ms, callback) {
      const timer = { at: now + ms, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    random: () => random,
    advance(ms) {
      const end = now + ms;
      while (fireNext(end));
      now = end;
    },
    advanceToNext: () => fireNext(Infinity),
    get timers() {
      return timers.size;
    },
  };
}
