import { flatten } from "../document/flat-schema.js";
import type { Schema } from "../document/schema.js";
import type { Json } from "./complete-value.js";
import type { FakeContext, Target } from "./context.js";
import { keysElsewhere } from "./kept-elsewhere.js";
import { isSame } from "./same-json.js";
import type { Entry } from "./store.js";
import { usualMembers } from "./usual-members.js";

/** What the fake holds already of a new resource that has no key of its own: an ACL, a schema. */
export interface Same {
  /** The resource in the same place with the same values: nothing is created beside it. */
  readonly same?: Entry | undefined;
  /** The members to take over from one with the same values in another place: schemas of two subjects share their id. */
  readonly shared?: Json;
}

/** @param schema of what was sent */
export function findSame({ store }: FakeContext, target: Target, given: Json, schema: Schema): Same {
  const { collection, path } = target;
  const { keyPath, parameter, item, operations } = collection;
  const keys = keysElsewhere(collection);
  // Resources that are deleted by their values are known by them. Others are not: two comments of the same words are two.
  const isNamedByAll = keyPath.length === 0 && parameter === "" && operations["delete-many"] !== undefined;
  const isKnownByItself = isNamedByAll || keys.length > 0;
  const own = [...keyPath.slice(0, 1), ...keys];
  // One that was sent with a key is known by that alone.
  if (!isKnownByItself || own.some((name) => given[name] !== undefined)) return {};
  const { properties = {} } = flatten(item);
  const names = Object.keys(flatten(schema).properties ?? {}).filter(
    (name) => name in properties && !own.includes(name),
  );
  const usual = usualMembers(item);
  const valueOf = (value: Json, name: string): unknown => value[name] ?? usual[name];
  const saysSame = (entry: Entry): boolean =>
    names.every((name) => isSame(valueOf(given, name), valueOf(entry.item, name)));
  const same = store.entries(path).find(saysSame);
  if (same || keys.length === 0) return { same };
  const other = store.under(collection.segments, {}).find(saysSame);
  return other ? { shared: Object.fromEntries(keys.map((name) => [name, other.item[name]])) } : {};
}
