/**
 * The candidate that was probably meant by a misspelt name: one that starts with it, else the nearest one within a third of
 * its length; undefined if none is near.
 */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  if (name.length > MAX_LENGTH) return undefined;
  const beginsWith = candidates.filter((candidate) => name.length > 1 && candidate.startsWith(name));
  if (beginsWith.length === 1) return beginsWith[0];
  const near = candidates
    .map((candidate) => ({ candidate, distance: editDistance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= Math.max(1, Math.floor(candidate.length / 3)))
    .sort((one, other) => one.distance - other.distance);
  return near[0]?.candidate;
}

/** `: did you mean generate?`, or nothing, to end a message about an unknown name. */
export function didYouMean(name: string, candidates: readonly string[], prefix = ""): string {
  const nearest = nearestName(name, candidates);
  return nearest === undefined ? "" : `: did you mean ${prefix}${nearest}?`;
}

/** No name that is meant is longer; the distance takes time in proportion to the length. */
const MAX_LENGTH = 100;

/** How many letters must be inserted, deleted, replaced or swapped with the next one (optimal string alignment). */
function editDistance(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= one.length; row++) {
    const [above = [], twoAbove = []] = [rows[row - 1], rows[row - 2]];
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwap = row > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwap ? (twoAbove[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    rows.push(current);
  }
  return rows.at(-1)?.at(-1) ?? 0;
}
