import { tagOf } from "../document/discriminators.js";
import { flatten } from "../document/flat-schema.js";
import { escapeKey } from "../document/json-pointer.js";
import { placeOf, type Violation } from "../document/validator.js";
import type { Schema } from "../document/schema.js";
import { isObject, type Json } from "./complete-value.js";
import { valueAt, withValueAt } from "./keys.js";
import { invalid } from "./refusal.js";
import { isSame } from "./same-json.js";
import { variantFor } from "./variant-for.js";

/** A JSON merge patch (RFC 7396): null removes a member. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const members = new Map(isObject(target) ? Object.entries(target) : []);
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) members.delete(name);
    else members.set(name, mergePatch(members.get(name), value));
  }
  return Object.fromEntries(members);
}

/** @throws {Refusal} when a change is to what cannot be changed; members that it leaves out stay */
export function checkImmutable(schema: Schema, before: Json, change: unknown): void {
  const violations = isObject(change) ? changesOf(schema, before, change, "kept") : [];
  if (violations.length > 0) throw invalid(violations);
}

/**
 * The changes to what is immutable.
 *
 * @param absent what becomes of the members that a change does not have
 */
export function changesOf(
  raw: Schema,
  before: unknown,
  change: unknown,
  absent: "kept" | "removed",
  pointer = "",
): readonly Violation[] {
  if (!isObject(before) || isOtherVariant(flatten(raw), before, change)) return [];
  const { properties = {} } = variantFor(flatten(raw), before);
  return Object.entries(before).flatMap(([name, own]) => {
    const isMissing = isObject(change) && !Object.hasOwn(change, name);
    if (own === undefined || (isMissing && absent === "kept")) return [];
    const place = `${pointer}/${escapeKey(name)}`;
    const property = flatten(valueAt(properties, [name]) ?? {});
    const value = valueAt(change, [name]);
    if (property["x-immutable"] !== true || property.readOnly === true)
      return changesOf(property, own, value, absent, place);
    if (absent === "kept" ? isWithin(value, own) : isSame(value, own)) return [];
    const message = "cannot be changed: it is immutable";
    return [{ place: placeOf("body", place), pointer: place, keyword: "immutable", message }];
  });
}

/** Whether a change makes another variant of a union, or another subtype, which has nothing of the one before. */
function isOtherVariant(schema: Schema, before: Json, change: unknown): boolean {
  const isUnion = (schema.oneOf ?? schema.anyOf) !== undefined;
  if (!isObject(change) || !(isUnion || schema.discriminator)) return false;
  if (!schema.discriminator) return true;
  const tag = tagOf(schema, change);
  return tag !== undefined && !isSame(tag, tagOf(schema, before));
}

/** Whether a value says nothing else than another: of an object, some of its members may be left out. */
function isWithin(value: unknown, other: unknown): boolean {
  if (isObject(value) && isObject(other))
    return Object.entries(value).every(([name, member]) => isWithin(member, valueAt(other, [name])));
  return isSame(value, other);
}

/** Notes that a resource was changed. */
export function touched(schema: Schema, item: Json, now: string): Json {
  for (const way of [["metadata", "updated_at"], ["updated_at"]]) {
    const isKnown = way.reduce<Schema | undefined>(
      (holder, name) => holder && flatten(holder).properties?.[name],
      schema,
    );
    if (isKnown) return withValueAt(item, way, now);
  }
  return item;
}
