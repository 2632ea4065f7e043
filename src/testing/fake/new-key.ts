import { flatten } from "../document/flat-schema.js";
import { formatPointer } from "../document/json-pointer.js";
import { placeOf } from "../document/validator.js";
import type { Collection } from "./collections.js";
import type { Json } from "./complete-value.js";
import { keyProblem, schemaAt, valueAt } from "./keys.js";
import { conflict, invalid } from "./refusal.js";
import type { Store } from "./store.js";

/**
 * The key that a resource in a body says of itself; undefined when it says none.
 *
 * @param way to the resource in the body
 * @throws {Refusal} for a key that no path leads to
 */
export function checkedKey(
  { keyPath }: Collection,
  given: Json,
  way: readonly string[] = [],
): string | undefined {
  const key = keyPath.length === 0 ? undefined : valueAt(given, keyPath);
  const message = keyProblem(key);
  if (message !== undefined) {
    const pointer = formatPointer([...way, ...keyPath]);
    throw invalid([{ place: placeOf("body", pointer), pointer, keyword: "format", message }]);
  }
  return typeof key === "string" || typeof key === "number" ? String(key) : undefined;
}

/**
 * Checks the key that the caller chose for a new resource; that of the service is not for the caller to choose.
 *
 * @throws {Refusal} for a key that no path leads to, and for one that is taken
 */
export function checkNewKey(
  collection: Collection,
  path: string,
  { given, store, way }: { readonly given: Json; readonly store: Store; readonly way?: readonly string[] },
): void {
  if (flatten(schemaAt(collection.item, collection.keyPath)).readOnly === true) return;
  const key = checkedKey(collection, given, way);
  if (key !== undefined && store.get(path, key)) throw conflict(`'${key}' already exists.`);
}
