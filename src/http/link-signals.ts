type Follower = (reason: unknown) => void;

/**
 * Who follows a signal. It has one listener for all of them: a program may share a signal among many calls, and from the
 * eleventh listener on Node warns of a leak.
 */
const followersOf = new WeakMap<AbortSignal, { all: Set<Follower>; listener: () => void }>();

/**
 * A signal that follows others until it is released. Not `AbortSignal.any`: on Node 20 that never fires for some
 * combinations, and what it attaches to a long-lived signal stays there.
 */
export function linkSignals(signals: readonly AbortSignal[]): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const unfollow = signals.map((source) => follow(source, (reason) => controller.abort(reason)));
  return { signal: controller.signal, release: () => unfollow.forEach((leave) => leave()) };
}

function follow(source: AbortSignal, follower: Follower): () => void {
  if (source.aborted) {
    follower(source.reason);
    return () => undefined;
  }
  let followers = followersOf.get(source);
  if (!followers) {
    const all = new Set<Follower>();
    followers = { all, listener: () => all.forEach((notify) => notify(source.reason)) };
    followersOf.set(source, followers);
    source.addEventListener("abort", followers.listener, { once: true });
  }
  const { all, listener } = followers;
  all.add(follower);
  return () => {
    if (!all.delete(follower) || all.size > 0) return;
    source.removeEventListener("abort", listener);
    followersOf.delete(source);
  };
}
