import type { Clock } from "../../src/time/clock.js";

/** A clock whose hands a test moves: nothing that waits on it goes on by itself. */
export interface ManualClock extends Clock {
  /** Lets time pass. Timers that fall due go off in their order, each at its own time, those set on the way too. */
  advance(ms: number): void;
  /** How many timers are set. */
  readonly timers: number;
}

/**
 * @param random what `random()` gives; default: 0, so that backoff is as short as it gets
 * @param date the date at the start, in milliseconds since 1970
 */
export function manualClock({ random = 0, date = Date.UTC(2030, 0, 1) } = {}): ManualClock {
  const timers = new Set<{ readonly at: number; readonly callback: () => void }>();
  let now = 0;

  const nextBefore = (end: number) =>
    [...timers].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];

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
      for (let timer = nextBefore(end); timer; timer = nextBefore(end)) {
        timers.delete(timer);
        now = Math.max(now, timer.at);
        timer.callback();
      }
      now = end;
    },
    get timers() {
      return timers.size;
    },
  };
}
