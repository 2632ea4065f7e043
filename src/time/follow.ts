type Follower = (reason: unknown) => void;

/**
 * Who follows a signal. It has one listener for all of them: a program may share a signal among many calls, and from the
 * eleventh listener on Node warns of a leak.
 */
const followersOf = new WeakMap<AbortSignal, { all: Set<Follower>; listener: () => void }>();

/** Calls back when the signal aborts, or at once when it has. */
export function follow(source: AbortSignal, follower: Follower): void {
  if (source.aborted) return follower(source.reason);
  let followers = followersOf.get(source);
  if (!followers) {
    const all = new Set<Follower>();
    followers = { all, listener: () => all.forEach((notify) => notify(source.reason)) };
    followersOf.set(source, followers);
    source.addEventListener("abort", followers.listener, { once: true });
  }
  followers.all.add(follower);
}

/** Calls back no more. */
export function unfollow(source: AbortSignal, follower: Follower): void {
  const followers = followersOf.get(source);
  if (!followers?.all.delete(follower) || followers.all.size > 0) return;
  source.removeEventListener("abort", followers.listener);
  followersOf.delete(source);
}
