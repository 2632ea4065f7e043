/** setTimeout keeps the delay in a signed 32-bit integer and fires at once where it does not fit. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Where the client gets its time from. Tests bring a clock of their own. */
export interface Clock {
  /** Milliseconds that only ever grow. */
  now(): number;
  /** Milliseconds since 1970, for HTTP dates. */
  date(): number;
  /** Calls back once after `ms`, unless the function that it returns is called before. */
  timer(ms: number, callback: () => void): () => void;
  /** A number from 0 up to 1, for jitter. */
  random(): number;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => Date.now(),
  timer(ms, callback) {
    const timer = setTimeout(callback, Math.min(ms, MAX_TIMER_MS));
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};
