import { flatten } from "../document/flat-schema.js";
import type { Schema } from "../document/schema.js";
import type { Json } from "./complete-value.js";
import type { FakeContext, Target } from "./context.js";
import { keysElsewhere } from "./elsewhere.js";
import { isSame } from "./same-json.js";
import type { Entry } from "./store.js";
import { usualMembers } from "./usual-members.js";

/** What there is already of something new that is known by what it says, as an ACL is, and a schema. */
export interface Alike {
  /** What says the same in the same place: it is that. */
  readonly same?: Entry | undefined;
  /** The members that it shares with what says the same in another place, as schemas of two subjects share their id. */
  readonly shared?: Json;
}

/** @param schema of what was sent */
export function alike({ store }: FakeContext, target: Target, given: Json, schema: Schema): Alike {
  const { collection, path } = target;
  const { keyPath, parameter, item, operations } = collection;
  const keys = keysElsewhere(collection);
  // What is deleted by what it says, is known by that: two comments of the same words are two.
  const isNamedByAll = keyPath.length === 0 && parameter === "" && operations["delete-many"] !== undefined;
  const isKnownByItself = isNamedByAll || keys.length > 0;
  const own = [...keyPath.slice(0, 1), ...keys];
  // What says its own key is not known by the rest.
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
