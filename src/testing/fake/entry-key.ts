import { flatten, typeOf } from "../document/flat-schema.js";
import type { Collection } from "./collections.js";
import { completeValue } from "./complete-value.js";
import { entriesElsewhere } from "./kept-elsewhere.js";
import { schemaAt, valueAt, withValueAt } from "./keys.js";
import type { Entry, Store } from "./store.js";

/** The resource of a key. Where keys are numbers, `latest` is the highest. */
export function entryAt(store: Store, collection: Collection, path: string, key: string): Entry | undefined {
  const entry = store.get(path, key) ?? entriesElsewhere(store, collection, key)[0];
  if (entry ?? (key !== "latest" || !hasNumbers(collection))) return entry;
  return store
    .entries(path)
    .reduce<Entry | undefined>(
      (last, one) => (last && Number(last.key) > Number(one.key) ? last : one),
      undefined,
    );
}

function hasNumbers({ item, keyPath }: Collection): boolean {
  const type = typeOf(flatten(schemaAt(item, keyPath)));
  return keyPath.length > 0 && (type === "integer" || type === "number");
}

/** A resource that says its key. */
export function withKey(entry: Entry, { keyPath, item }: Collection): Entry {
  if (keyPath.length === 0 || valueAt(entry.item, keyPath) !== undefined) return entry;
  const key = completeValue(schemaAt(item, keyPath), entry.key);
  return { ...entry, item: withValueAt(entry.item, keyPath, key) };
}
