import { flatten } from "../document/flat-schema.js";
import type { Schema } from "../document/schema.js";
import { mergePatch } from "./change-resource.js";
import { isObject, type Json } from "./complete-value.js";
import { keepReadOnly } from "./read-only.js";
import { propertiesInWordsOf } from "./same-member.js";
import { variantFor } from "./variant-for.js";

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
  const result = keepReadOnly(schema, before, mergePatch(keptOf(replacement), change));
  return isObject(result) ? result : before;
}

function keptOf({ schema, before, change, sent, named }: Replacement): Json {
  const own = variantFor(flatten(schema), change);
  const body = variantFor(flatten(sent), change);
  const { properties = {}, required = [] } = own;
  const { additionalProperties } = body;
  const known = propertiesInWordsOf(body, own);
  const isOpen = additionalProperties !== undefined && additionalProperties !== false;
  const isSayable = (name: string): boolean =>
    isOpen || name in known || named.includes(name) || flatten(properties[name] ?? {}).readOnly === true;
  const isWhole = Object.keys(properties).every(isSayable);
  const given = isObject(change) ? change : {};
  const kept = Object.entries(before).flatMap(([name, member]): (readonly [string, unknown])[] => {
    const property = properties[name];
    if (!property) return [];
    if (!(isOpen || name in known)) return [[name, member]];
    if (!(name in given)) return !isWhole || required.includes(name) ? [[name, member]] : [];
    const value = given[name];
    if (!isObject(member) || !isObject(value)) return [];
    const inner = { schema: property, before: member, change: value, sent: known[name] ?? {}, named: [] };
    return [[name, keptOf(inner)]];
  });
  return Object.fromEntries(kept);
}
