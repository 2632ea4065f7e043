import { flatten } from "../document/flat-schema.js";
import type { Schema } from "../document/schema.js";
import { mergePatch } from "./change-resource.js";
import { isObject, type Json } from "./complete-value.js";
import { propertiesInWordsOf } from "./same-member.js";

/** A resource that is put in the place of another. */
export interface Replacement {
  readonly schema: Schema;
  readonly before: Json;
  /** What was sent, and its schema. */
  readonly change: unknown;
  readonly sent: Schema;
  /** The members that the path says. */
  readonly named: readonly string[];
}

/**
 * What a `PUT` makes of a resource. It replaces what its body can say; what the service sets stays, and so does what the body
 * has no member for. A body that cannot say all of a resource changes it: what it leaves out stays, too.
 */
export function replaced(replacement: Replacement): Json {
  const { schema, before, change } = replacement;
  const result = mergePatch(keptOf(replacement), withoutReadOnly(schema, change));
  return isObject(result) ? result : before;
}

function keptOf({ schema, before, change, sent, named }: Replacement): Json {
  const { properties = {}, required = [] } = flatten(schema);
  const { additionalProperties } = flatten(sent);
  const known = propertiesInWordsOf(sent, schema);
  const isOpen = additionalProperties !== undefined && additionalProperties !== false;
  const isSayable = (name: string): boolean =>
    isOpen || name in known || named.includes(name) || flatten(properties[name] ?? {}).readOnly === true;
  const isWhole = Object.keys(properties).every(isSayable);
  const given = isObject(change) ? change : {};
  const kept = Object.entries(before).flatMap(([name, member]): (readonly [string, unknown])[] => {
    const property = properties[name];
    if (!property) return [];
    const isOwn = flatten(property).readOnly === true || !(isOpen || name in known);
    if (isOwn) return [[name, member]];
    if (!(name in given)) {
      if (!isWhole || required.includes(name)) return [[name, member]];
      const own = onlyReadOnly(property, member);
      return own === undefined ? [] : [[name, own]];
    }
    const value = given[name];
    if (!isObject(member) || !isObject(value)) return [];
    const inner = { schema: property, before: member, change: value, sent: known[name] ?? {}, named: [] };
    return [[name, keptOf(inner)]];
  });
  return Object.fromEntries(kept);
}

/** What a request says, without what is not for it to say. */
export function withoutReadOnly(schema: Schema, value: unknown): unknown {
  if (!isObject(value)) return value;
  const { properties = {} } = flatten(schema);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const property = flatten(properties[name] ?? {});
      return property.readOnly === true ? [] : [[name, withoutReadOnly(property, member)] as const];
    }),
  );
}

/** The members of an object that are read-only, at any depth; undefined when there are none. */
function onlyReadOnly(schema: Schema, value: unknown): Json | undefined {
  if (!isObject(value)) return undefined;
  const { properties = {} } = flatten(schema);
  const members = Object.entries(value).flatMap(([name, member]): (readonly [string, unknown])[] => {
    const property = flatten(properties[name] ?? {});
    if (property.readOnly === true) return [[name, member]];
    const inner = onlyReadOnly(property, member);
    return inner ? [[name, inner]] : [];
  });
  return members.length > 0 ? Object.fromEntries(members) : undefined;
}
