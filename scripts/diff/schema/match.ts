/** Two things that belong together, and what is left on either side. */
export interface Matches<T> {
  readonly pairs: readonly (readonly [T, T])[];
  readonly gone: readonly T[];
  readonly come: readonly T[];
}

/** How much two things have in common, from 0 to 1. */
export type Likeness<T> = (one: T, other: T) => number;

/**
 * Pairs what belongs together by the first measure that finds any likeness, those that are most alike first. The order
 * on either side does not matter, save among those that are equally alike.
 */
export function match<T>(
  old: readonly T[],
  revised: readonly T[],
  measures: readonly Likeness<T>[],
): Matches<T> {
  let [gone, come] = [old, revised];
  const pairs: (readonly [T, T])[] = [];
  for (const measure of measures) {
    const candidates = gone
      .flatMap((one) => come.map((other) => ({ one, other, likeness: measure(one, other) })))
      .filter(({ likeness }) => likeness > 0)
      .sort((a, b) => b.likeness - a.likeness);
    const taken = new Set<T>();
    for (const { one, other } of candidates) {
      if (taken.has(one) || taken.has(other)) continue;
      taken.add(one).add(other);
      pairs.push([one, other]);
    }
    gone = gone.filter((one) => !taken.has(one));
    come = come.filter((other) => !taken.has(other));
  }
  return { pairs, gone, come };
}
