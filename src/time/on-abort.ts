type AbortListener = (reason: unknown) => void;

/**
 * Who follows a signal. It has one listener for all of them: a program may share a signal among many calls, and from the
 * eleventh listener on Node warns of a leak.
 */
const listenersOf = new WeakMap<AbortSignal, { all: Set<AbortListener>; listener: () => void }>();

/** Calls back when the signal aborts, or at once when it has. */
export function onAbort(source: AbortSignal, follower: AbortListener): void {
  if (source.aborted) return follower(source.reason);
  let followers = listenersOf.get(source);
  if (!followers) {
    const all = new Set<AbortListener>();
    followers = { all, listener: () => all.forEach((notify) => notify(source.reason)) };
    listenersOf.set(source, followers);
    source.addEventListener("abort", followers.listener, { once: true });
  }
  followers.all.add(follower);
}

/** Calls back no more. */
export function offAbort(source: AbortSignal, follower: AbortListener): void {
  const followers = listenersOf.get(source);
  if (!followers?.all.delete(follower) || followers.all.size > 0) return;
  source.removeEventListener("abort", followers.listener);
  listenersOf.delete(source);
}
