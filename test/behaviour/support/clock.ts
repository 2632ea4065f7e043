import type { Clock } from "../../../src/time/clock.js";

/** A clock that stands still until it is moved. Its date begins in 2100, so that no date in a table is ever in the past. */
export interface VirtualClock extends Clock {
  /** Moves to the next timer and fires it; false when there is none. */
  advance(): boolean;
  /** Timers that wait to fire. */
  readonly pending: number;
}

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

const BEGINNING = Date.UTC(2100, 0, 1);

/** @param random what takes the place of chance, from 0 up to 1 */
export function createVirtualClock(random = 0.5): VirtualClock {
  let time = 0;
  const timers = new Set<Timer>();
  return {
    now: () => time,
    date: () => BEGINNING + time,
    random: () => random,
    timer(ms, callback) {
      const timer = { at: time + ms, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance() {
      // Timers of the same moment fire in the order in which they were set.
      const [next] = [...timers].sort((a, b) => a.at - b.at);
      if (!next) return false;
      timers.delete(next);
      time = Math.max(time, next.at);
      next.callback();
      return true;
    },
    get pending() {
      return timers.size;
    },
  };
}
