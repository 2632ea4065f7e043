import type { Clock } from "./clock.js";
import { follow } from "./follow.js";

/** The life of something that others may end: a call, or one attempt of it. */
export interface Scope {
  /** Aborts when one of the sources does, with its reason, or when the time is up. */
  readonly signal: AbortSignal;
  /** True when it was the time that ended it. */
  readonly timedOut: () => boolean;
  /** Lets the time no longer end it. */
  readonly stopTimer: () => void;
  /** Lets go of the timer and of the sources. */
  readonly release: () => void;
}

/**
 * A signal that follows others for a time, until it is released. Not `AbortSignal.any` with `AbortSignal.timeout`: on
 * Node 20 a combination of the two never fires, and what it attaches to a long-lived signal stays there.
 */
export function openScope(sources: readonly AbortSignal[], timeoutMs: number, clock: Clock): Scope {
  const controller = new AbortController();
  const { signal } = controller;
  // The scope's own: one that it follows may be out of time too. Outside, a `TimeoutError` takes its place.
  const timeIsUp = Symbol("time is up");
  const unfollow = sources.map((source) => follow(source, (reason) => controller.abort(reason)));
  const stopTimer =
    timeoutMs === Infinity ? () => undefined : clock.timer(timeoutMs, () => controller.abort(timeIsUp));
  return {
    signal,
    timedOut: () => signal.reason === timeIsUp,
    stopTimer,
    release() {
      stopTimer();
      for (const leave of unfollow) leave();
    },
  };
}

/** The promise's outcome, or the signal's reason as soon as that aborts: for what may not listen to signals itself. */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort, { once: true });
    const settled = (): void => signal.removeEventListener("abort", abort);
    promise.then(resolve, reject).finally(settled);
  });
}
