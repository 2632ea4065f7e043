/** Numbers that look random, and are the same for the same seed (mulberry32). */
export interface Random {
  /** Whether something happens that happens with such a likelihood. */
  chance(likelihood: number): boolean;
  /** A whole number from 0, below `count`. */
  below(count: number): number;
  /** The items in another order. */
  shuffle<T>(items: readonly T[]): T[];
}

export function seeded(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    chance: (likelihood) => next() < likelihood,
    below: (count) => Math.floor(next() * count),
    shuffle: (items) =>
      items
        .map((item) => ({ item, place: next() }))
        .sort((one, other) => one.place - other.place)
        .map(({ item }) => item),
  };
}
