/** Whether a value is a mapping of a parsed document. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function mapValues<T, U>(
  record: Readonly<Record<string, T>>,
  map: (value: T, key: string) => U,
): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}

/** A record with its values mapped; the record itself if none changes, as a document is mapped often and changes little. */
export function replaceValues<T>(
  record: Readonly<Record<string, T>>,
  map: (value: T, key: string) => T,
): Readonly<Record<string, T>> {
  let copy: Record<string, T> | undefined;
  for (const key of Object.keys(record)) {
    const value = record[key] as T;
    const mapped = map(value, key);
    // The key is the copy's own by now, so that `__proto__` is a key like any other.
    if (!Object.is(mapped, value)) (copy ??= { ...record })[key] = mapped;
  }
  return copy ?? record;
}

/** A list with its items mapped; the list itself if none changes. */
export function replaceItems<T>(list: readonly T[], map: (item: T, index: number) => T): readonly T[] {
  const mapped = list.map(map);
  return mapped.every((item, index) => Object.is(item, list[index])) ? list : mapped;
}

/** A record with some values replaced; the record itself if they are what it has. */
export function replaced<T extends object>(record: T, changes: Partial<T>): T {
  for (const key in changes) if (!Object.is(changes[key], record[key])) return { ...record, ...changes };
  return record;
}

/** A copy without some keys; exactOptionalPropertyTypes does not allow to set them to undefined. */
export function omit<T extends object, K extends keyof T>(record: T, ...keys: readonly K[]): Omit<T, K> {
  const copy: Partial<T> = { ...record };
  for (const key of keys) Reflect.deleteProperty(copy, key);
  return copy as Omit<T, K>;
}

/** A copy that has no other keys than these. */
export function pick<T extends object, K extends keyof T>(
  record: T,
  keys: readonly K[],
): Partial<Pick<T, K>> {
  const copy: Partial<T> = {};
  for (const key of keys) if (record[key] !== undefined) copy[key] = record[key];
  return copy;
}
