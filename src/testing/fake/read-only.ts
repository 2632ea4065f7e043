import { otherSchemas, ownSchemas } from "../document/describing.js";
import { flatten } from "../document/flat-schema.js";
import type { Schema } from "../document/schema.js";
import { isObject, type Json } from "./complete-value.js";
import { partnersOf } from "./item-partners.js";
import { valueAt } from "./keys.js";
import { variantFor } from "./variant-for.js";

/**
 * A value whose read-only members are those that it had, at any depth: what the service sets, a request does not.
 *
 * @param before undefined for what is new, which has none of them
 * @param after undefined for what is left out: of it, the read-only members stay
 */
export function keepReadOnly(schema: Schema, before: unknown, after: unknown): unknown {
  if (Array.isArray(after)) return keepInItems(schema, Array.isArray(before) ? before : [], after);
  if (after !== undefined && !isObject(after)) return after;
  const held = isObject(before) ? before : {};
  const given = after ?? {};
  const own = variantFor(flatten(schema), after ?? before);
  const names = [...new Set([...Object.keys(held), ...Object.keys(given)])];
  const members = names.flatMap((name): (readonly [string, unknown])[] => {
    const property = memberSchema(own, name);
    const value =
      property.readOnly === true
        ? valueAt(held, [name])
        : keepReadOnly(property, valueAt(held, [name]), valueAt(given, [name]));
    return value === undefined ? [] : [[name, value]];
  });
  const kept = Object.fromEntries(members);
  // What is left of an object is none when it needs more than the service sets.
  const isGone = members.length === 0 || (own.required ?? []).some((name) => !Object.hasOwn(kept, name));
  return after === undefined && isGone ? undefined : kept;
}

/** What a request says, without what is not for it to say. */
export function withoutReadOnly(schema: Schema, value: Json): Json {
  return keepReadOnly(schema, undefined, value) as Json;
}

function memberSchema(schema: Schema, name: string): Schema {
  const [member = {}] = [...ownSchemas([schema], name), ...otherSchemas([schema], name)];
  return flatten(member);
}

function keepInItems(schema: Schema, before: readonly unknown[], after: readonly unknown[]): unknown {
  const { items = {}, prefixItems = [] } = flatten(schema);
  const schemaOf = (index: number): Schema => prefixItems[index] ?? items;
  const said = (values: readonly unknown[]): readonly unknown[] =>
    values.map((item, index) => keepReadOnly(schemaOf(index), undefined, item));
  const own = said(after);
  // What is new has nothing to keep.
  if (before.length === 0) return own;
  const partners = partnersOf(
    { values: before, schemaOf, said: said(before) },
    { values: after, schemaOf, said: own },
  );
  return after.map((item, index) => keepReadOnly(schemaOf(index), partners[index], item));
}
