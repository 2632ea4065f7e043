/** `setTimeout` keeps the delay in a signed 32-bit integer; a longer delay would fire at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Where a client gets its time from. Tests bring a clock of their own. */
export interface Clock {
  /** Milliseconds from an arbitrary start. It never goes back, so it is what durations are measured with. */
  now(): number;
  /** Milliseconds since 1970-01-01 UTC, for HTTP dates. */
  epochMs(): number;
  /** Calls back once after `ms` milliseconds. The function that it returns cancels the timer. */
  setTimer(ms: number, callback: () => void): () => void;
}

/** The clock and the timers of the platform. */
export const systemClock: Clock = {
  now: () => performance.now(),
  epochMs: () => Date.now(),
  setTimer(ms, callback) {
    const timer = setTimeout(callback, Math.min(ms, MAX_TIMER_MS));
    return () => clearTimeout(timer);
  },
};
