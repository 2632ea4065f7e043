import fc from "fast-check";

/** Choices that a seed decides: the same seed makes the same documents, values and mutants. */
export interface Random {
  /** A whole number from 0 up to `bound`, without it. */
  below(bound: number): number;
  /** Whether something happens that does so in `percent` of all cases. */
  chance(percent: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** One of a list, undefined if that is empty. */
  any<T>(list: readonly T[]): T | undefined;
  /** Those of a list that a coin decides for. */
  some<T>(list: readonly T[], percent?: number): readonly T[];
}

export function createRandom(seed: number): Random {
  // With a history the stream would keep all that it ever gave.
  const [numbers] = fc.sample(fc.infiniteStream(fc.nat(), { noHistory: true }), { seed, numRuns: 1 });
  if (!numbers) throw new Error("fast-check gives no sample");
  const below = (bound: number): number => (numbers.next().value ?? 0) % bound;
  const chance = (percent: number): boolean => below(100) < percent;
  return {
    below,
    chance,
    pick: ([first, ...others]) => [first, ...others][below(others.length + 1)] ?? first,
    any: (list) => (list.length === 0 ? undefined : list[below(list.length)]),
    some: (list, percent = 50) => list.filter(() => chance(percent)),
  };
}
