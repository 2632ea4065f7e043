/** The known name that was probably meant: one that continues the given name, or differs from it in a few letters. */
export function suggest(given: string, known: readonly string[]): string | undefined {
  const lower = given.toLowerCase();
  const near = known
    .map((name) => [name, distance(lower, name.toLowerCase())] as const)
    .filter(([, edits]) => edits <= Math.min(3, lower.length / 2))
    .sort(([, a], [, b]) => a - b);
  return near[0]?.[0] ?? known.find((name) => lower.length > 3 && name.toLowerCase().startsWith(lower));
}

/** Levenshtein's distance: how many letters must be put in, taken out or changed. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
