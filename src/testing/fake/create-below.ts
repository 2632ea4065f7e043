import { flatten } from "../document/flat-schema.js";
import { operationsOf } from "../document/operations.js";
import type { Schema } from "../document/schema.js";
import { parameterOf } from "../document/path-template.js";
import { rolesOf, type Collection } from "./collections.js";
import { successOf } from "./success.js";
import { isObject, type Json } from "./complete-value.js";
import { createResource, type Creation } from "./create-resource.js";
import { memberFor, valueAt } from "./keys.js";
import { checkNewKey } from "./new-key.js";
import { withoutReadOnly } from "./read-only.js";
import type { Entry } from "./store.js";

/**
 * Keeps what is sent with a new resource and has a path of its own below it: the configs of a topic are resources there, the
 * offsets of a connector are there once. A resource with versions is the first of them itself.
 *
 * @param creation the resource, with the key that it got
 * @throws {Refusal} for a key that is taken, and for one that no path leads to
 */
export function createBelow(creation: Required<Creation>): void {
  const { collection, path, given, key } = creation;
  const { document } = collection;
  const placeOf = (name: string): string => `${path}/${encodeURIComponent(key)}/${name}`;
  for (const below of rolesOf(document).collections) {
    const name = nameBelow(collection, below.segments);
    if (name === undefined || below.keyPath.length === 0) continue;
    const sent = Array.isArray(given[name]) ? (given[name] as readonly unknown[]).filter(isObject) : [];
    const isVersion = isVersionOf(collection, below);
    for (const [index, one] of (isVersion ? [given] : sent).entries()) {
      const own = withoutReadOnly(below.item, one);
      const named = { ...own, ...inherited(below.segments, placeOf(name), below.item) };
      createIn(creation, below, placeOf(name), named, isVersion ? [] : [name, String(index)]);
    }
  }
  for (const get of operationsOf(document)) {
    const name = get.method === "GET" ? nameBelow(collection, get.segments) : undefined;
    if (name === undefined || !Array.isArray(given[name]) || rolesOf(document).collectionOf(get)) continue;
    const schema = successOf(get).content?.schema ?? {};
    if (!(name in (flatten(schema).properties ?? {}))) continue;
    creation.store.setSingle(placeOf(name), { [name]: given[name], ...ownKey(creation, schema) });
  }
}

/** Whether a collection below the resources of another one has their versions, which are created with them. */
function isVersionOf(collection: Collection, below: Collection): boolean {
  return !below.operations.create && flatten(below.item) === flatten(collection.item);
}

/**
 * Creates another version of a resource that is there, where what was sent says its version: of a subject that has a DEK of version
 * 1, one of version 2. Undefined for what is no version.
 *
 * @throws {Refusal} for a version that is taken
 */
export function createVersion(creation: Required<Creation>): Entry | undefined {
  const { collection, path, given, key, store, options } = creation;
  const versions = rolesOf(collection.document).collections.find(
    (below) => nameBelow(collection, below.segments) !== undefined && isVersionOf(collection, below),
  );
  if (!versions || valueAt(given, versions.keyPath) === undefined || !store.get(path, key)) return undefined;
  const place = `${path}/${encodeURIComponent(key)}/${versions.segments.at(-1) ?? ""}`;
  checkNewKey(versions, place, { given, store });
  return createResource({ collection: versions, path: place, given, store, options });
}

function createIn(
  { store, options }: Creation,
  collection: Collection,
  path: string,
  given: Json,
  way: readonly string[],
): void {
  checkNewKey(collection, path, { given, store, way });
  createResource({ collection, path, given, store, options });
}

/** The last segment of a path that is right below the resources of a collection. */
function nameBelow({ segments }: Collection, others: readonly string[]): string | undefined {
  const [parent = "", name = ""] = others.slice(-2);
  const isBelow =
    others.length === segments.length + 2 &&
    segments.every((segment, index) => segment === others[index]) &&
    parameterOf(parent) !== undefined &&
    parameterOf(name) === undefined;
  return isBelow ? name : undefined;
}

/** The key of a resource, where what is below it has it in the same member. */
function ownKey({ collection: { keyPath }, key }: Required<Creation>, schema: Schema): Json {
  const [name = "", ...more] = keyPath;
  return more.length === 0 && name in (flatten(schema).properties ?? {}) ? { [name]: key } : {};
}

/** The members that say what a resource belongs to. */
function inherited(segments: readonly string[], path: string, item: Schema): Json {
  const names = Object.keys(flatten(item).properties ?? {});
  const values = path.split("/");
  return Object.fromEntries(
    segments.flatMap((segment, index) => {
      const name = parameterOf(segment);
      if (name === undefined) return [];
      const own = names.includes(name) ? name : memberFor(segments[index - 1] ?? "", name, names);
      return own === undefined ? [] : [[own, decodeURIComponent(values[index] ?? "")]];
    }),
  );
}
