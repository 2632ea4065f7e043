import type { Entry } from "./store.js";

/** Of the versions of each subject the latest, where a query asks for these alone. */
export function latestOnly(
  entries: readonly Entry[],
  query: Readonly<Record<string, unknown>>,
): readonly Entry[] {
  if (query["latestOnly"] !== true) return entries;
  const latest = new Map<unknown, Entry>();
  for (const entry of entries) {
    const { subject, version } = entry.item;
    const other = latest.get(subject);
    if (!other || Number(version) > Number(other.item["version"])) latest.set(subject, entry);
  }
  // What is of no subject has no latest version.
  return entries.filter(({ item }, index) => {
    const { subject } = item;
    return subject === undefined || latest.get(subject) === entries[index];
  });
}
