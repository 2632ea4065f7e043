import { flatten } from "../document/flat-schema.js";
import type { Schema } from "../document/schema.js";
import { isObject, type Json } from "./complete-value.js";
import { keyPathIn, valueAt } from "./keys.js";
import { isSame } from "./same-json.js";
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

function memberSchema({ properties, additionalProperties }: Schema, name: string): Schema {
  const other = typeof additionalProperties === "object" ? additionalProperties : {};
  return flatten((valueAt(properties, [name]) as Schema | undefined) ?? other);
}

function keepInItems(schema: Schema, before: readonly unknown[], after: readonly unknown[]): unknown {
  const { items = {}, prefixItems = [] } = flatten(schema);
  const schemaOf = (index: number): Schema => prefixItems[index] ?? items;
  const partners = partnersOf(schemaOf, before, after);
  return after.map((item, index) => keepReadOnly(schemaOf(index), partners[index], item));
}

/**
 * For each item of a changed array, the one that it was: with the same `id` or `name`, else one that says the same, else the one
 * in its place. None for a new item.
 */
function partnersOf(
  schemaOf: (index: number) => Schema,
  before: readonly unknown[],
  after: readonly unknown[],
): readonly unknown[] {
  if (before.length === 0) return [];
  const free = new Set(before.keys());
  const found = new Map<number, number>();
  const pair = (isPartner: (index: number, other: number) => boolean): void => {
    for (const index of after.keys()) {
      if (found.has(index)) continue;
      for (const other of free) {
        if (!isPartner(index, other)) continue;
        found.set(index, other);
        free.delete(other);
        break;
      }
    }
  };
  const keys = (values: readonly unknown[]): readonly unknown[] =>
    values.map((item, index) => {
      const way = keyPathIn(schemaOf(index), "", "");
      return way.length === 0 ? undefined : valueAt(item, way);
    });
  const [own, others] = [keys(after), keys(before)];
  pair((index, other) => own[index] !== undefined && isSame(own[index], others[other]));
  const said = (values: readonly unknown[]): readonly unknown[] =>
    values.map((item, index) => keepReadOnly(schemaOf(index), undefined, item));
  const [saidNow, saidBefore] = [said(after), said(before)];
  const isUnnamed = (index: number, other: number): boolean =>
    own[index] === undefined || others[other] === undefined;
  pair((index, other) => isUnnamed(index, other) && isSame(saidNow[index], saidBefore[other]));
  pair((index, other) => index === other && isUnnamed(index, other));
  return after.map((_, index) => before[found.get(index) ?? -1]);
}
