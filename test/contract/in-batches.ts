/** Enough to keep the servers busy, and few enough not to exhaust their connections. */
const AT_ONCE = 16;

/** Runs something for each item, a few at a time. */
export async function inBatches<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += AT_ONCE) {
    await Promise.all(items.slice(start, start + AT_ONCE).map(run));
  }
}
