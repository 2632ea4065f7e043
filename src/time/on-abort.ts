type AbortListener = (reason: unknown) => void;

/**
 * The callbacks of each signal. All of them share one event listener, because a program may pass one signal to many calls,
 * and Node warns of a leak from the eleventh listener on.
 */
const listenersOf = new WeakMap<AbortSignal, { callbacks: Set<AbortListener>; listener: () => void }>();

/** Calls back with the reason when the signal aborts, or at once if it already has. */
export function onAbort(signal: AbortSignal, callback: AbortListener): void {
  if (signal.aborted) return callback(signal.reason);
  let listeners = listenersOf.get(signal);
  if (!listeners) {
    const callbacks = new Set<AbortListener>();
    listeners = { callbacks, listener: () => callbacks.forEach((notify) => notify(signal.reason)) };
    listenersOf.set(signal, listeners);
    signal.addEventListener("abort", listeners.listener, { once: true });
  }
  listeners.callbacks.add(callback);
}

/** Removes a callback; the event listener goes with the last of them. */
export function offAbort(signal: AbortSignal, callback: AbortListener): void {
  const listeners = listenersOf.get(signal);
  if (!listeners?.callbacks.delete(callback) || listeners.callbacks.size > 0) return;
  signal.removeEventListener("abort", listeners.listener);
  listenersOf.delete(signal);
}
