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

let elapsedMs = 0;
let lastReading: number | undefined;

/** Adds what has passed by `performance.now()`, which goes back when a test puts another in its place. */
function now(): number {
  const reading = performance.now();
  elapsedMs += Math.max(0, reading - (lastReading ?? reading));
  lastReading = reading;
  return elapsedMs;
}

/**
 * The clock and the timers of the platform. A timer that has fired proves that its time has passed: the mock timers of some
 * test runners replace `setTimeout` and not `performance.now()`. `Date` is not used for durations, because it jumps when the
 * system's clock is set.
 */
export const systemClock: Clock = {
  now,
  epochMs: () => Date.now(),
  setTimer(ms, callback) {
    const delayMs = Math.min(ms, MAX_TIMER_MS);
    const due = now() + delayMs;
    const timer = setTimeout(() => {
      elapsedMs = Math.max(now(), due);
      callback();
    }, delayMs);
    return () => clearTimeout(timer);
  },
};
