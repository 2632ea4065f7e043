import { flatten } from "../document/flat-schema.js";
import type { DocumentOperation } from "../document/operations.js";
import type { Schema } from "../document/schema.js";
import type { Collection } from "./collections.js";
import { completeValue, isObject, type CompleteOptions, type Json } from "./complete-value.js";
import { keysElsewhere } from "./kept-elsewhere.js";
import { exampleKey, keyFor } from "./key-for.js";
import { schemaAt, valueAt, withValueAt } from "./keys.js";
import { exampleResource } from "./shown-example.js";
import { withOwnLinks } from "./own-links.js";
import { conflict } from "./refusal.js";
import type { Entry, Store } from "./store.js";

export interface Creation {
  readonly collection: Collection;
  /** The path of the collection, with the ids of what it belongs to. */
  readonly path: string;
  readonly given: Json;
  readonly store: Store;
  readonly options: CompleteOptions;
  /** The key, where the path says it. */
  readonly key?: string;
}

/** Puts a new resource into a collection: with a key, times, and what else the service sets. */
export function createResource({ collection, path, given, store, options, key }: Creation): Entry {
  const { item, keyPath } = collection;
  const keySchema = schemaAt(item, keyPath);
  const chosen = key ?? chosenKey(given, keyPath, keySchema, options.add === "all");
  const used = chosen ?? nextKey(collection, path, store, keySchema);
  const keyed = keyPath.length === 0 ? given : withValueAt(given, keyPath, typeOfKey(keySchema, used));
  const named = { ...numbersElsewhere(collection, store, given), ...keyed };
  const replace = withKey(options.replace, keySchema, String(used));
  const example = exampleResource(collection);
  const completed = completeValue(item, named, { ...options, replace, example });
  const own = { given, path, key: String(used) };
  const entry = { key: own.key, item: withOwnLinks(isObject(completed) ? completed : named, item, own) };
  store.set(path, entry);
  addParents(collection, path, store);
  return entry;
}

/** The key that the caller gives; the service's own keys are not for the caller to choose, but in a seed. */
function chosenKey(
  given: Json,
  keyPath: readonly string[],
  schema: Schema,
  isSeed: boolean,
): string | undefined {
  const value = keyPath.length === 0 ? undefined : valueAt(given, keyPath);
  if (flatten(schema).readOnly === true && !isSeed) return undefined;
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

function nextKey(collection: Collection, path: string, store: Store, schema: Schema): string | number {
  for (;;) {
    const isOwn = collection.keyPath.length === 0 || typeof keyFor(schema, 1) === "number";
    const key = keyFor(schema, store.count(isOwn ? path : collection.segments.join("/")));
    // A new version comes after the others, whatever their numbers.
    if (typeof key === "number") return Math.max(key, highestKey(path, store) + 1);
    if (!store.get(path, key)) return key;
  }
}

function highestKey(path: string, store: Store): number {
  return [...store.entries(path), ...store.deleted(path)].reduce((highest, { key }) => {
    const number = Number(key);
    return number > highest ? number : highest;
  }, 0);
}

/** Members that are keys elsewhere: unless given, they count up as keys do. */
function numbersElsewhere(collection: Collection, store: Store, given: Json): Json {
  const names = keysElsewhere(collection).filter((name) => given[name] === undefined);
  if (names.length === 0) return {};
  const entries = store.under(collection.segments, {});
  return Object.fromEntries(
    names.map((name) => {
      for (;;) {
        const number = keyFor(
          schemaAt(collection.item, [name]),
          store.count(`${collection.segments.join("/")} ${name}`),
        );
        if (!entries.some(({ item }) => item[name] === number)) return [name, number];
      }
    }),
  );
}

function typeOfKey(schema: Schema, key: string | number): unknown {
  return completeValue(schema, key);
}

function withKey(
  replace: ReadonlyMap<string, string> | undefined,
  schema: Schema,
  key: string,
): ReadonlyMap<string, string> {
  const example = exampleKey(flatten(schema));
  return typeof example === "string" && example.length > 3 && example !== key
    ? new Map([...(replace ?? []), [example, key]])
    : (replace ?? new Map());
}

/** What no operation creates is there once something belongs to it, such as a subject with its first version. */
function addParents({ segments }: Collection, path: string, store: Store): void {
  const values = path.split("/");
  segments.forEach((segment, index) => {
    if (!segment.startsWith("{")) return;
    const key = decodeURIComponent(values[index] ?? "");
    const holder = values.slice(0, index).join("/");
    if (!store.get(holder, key)) store.set(holder, { key, item: {} });
  });
}

/**
 * @param before the resource as it was, whose own name is not checked again
 * @throws {Refusal} 409, where the operation declares it, for a name that another resource of the same scope has
 */
export function checkNames(
  { responses }: DocumentOperation,
  given: Json,
  entries: readonly Entry[],
  before?: Json,
): void {
  if (!("409" in responses)) return;
  for (const way of [["display_name"], ["name"], ["spec", "display_name"]]) {
    const name = valueAt(given, way);
    const isKept = before && valueAt(before, way) === name && scopeOf(before) === scopeOf(given);
    if (typeof name !== "string" || isKept) continue;
    const other = entries.find(({ item }) => valueAt(item, way) === name && scopeOf(item) === scopeOf(given));
    if (other) throw conflict(`'${other.key}' already has the name '${name}'.`);
  }
}

function scopeOf(item: Json): unknown {
  return valueAt(item, ["environment", "id"]) ?? valueAt(item, ["spec", "environment", "id"]);
}
