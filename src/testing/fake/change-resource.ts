import { flatten } from "../document/flat-schema.js";
import { escapePointer, placeOf, type Violation } from "../document/validator.js";
import type { Schema } from "../document/schema.js";
import { isObject, type Json } from "./complete-value.js";
import { valueAt, withValueAt } from "./keys.js";
import { invalid } from "./refusal.js";

/** A JSON merge patch (RFC 7396): null removes a member. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const result: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) Reflect.deleteProperty(result, name);
    else result[name] = mergePatch(result[name], value);
  }
  return result;
}

/** A JSON patch (RFC 6902), whose operations some documents write in capitals. */
export function jsonPatch(target: Json, operations: readonly unknown[]): Json {
  return operations.filter(isObject).reduce((document, { op, path, from, value }) => {
    const way = wayOf(path);
    switch (String(op).toLowerCase()) {
      case "add":
      case "replace":
        return withValueAt(document, way, value);
      case "remove":
        return without(document, way);
      case "copy":
        return withValueAt(document, way, valueAt(document, wayOf(from)));
      case "move":
        return withValueAt(without(document, wayOf(from)), way, valueAt(document, wayOf(from)));
      default:
        return document;
    }
  }, target);
}

function wayOf(pointer: unknown): readonly string[] {
  return String(pointer)
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function without(holder: Json, [name, ...rest]: readonly string[]): Json {
  if (name === undefined) return holder;
  const inner = holder[name];
  if (rest.length > 0) return isObject(inner) ? { ...holder, [name]: without(inner, rest) } : holder;
  return Object.fromEntries(Object.entries(holder).filter(([key]) => key !== name));
}

/** @throws {Refusal} when a change is to what cannot be changed */
export function checkImmutable(schema: Schema, before: Json, change: unknown): void {
  const violations = changesOf(schema, before, change, "");
  if (violations.length > 0) throw invalid(violations);
}

function changesOf(schema: Schema, before: unknown, change: unknown, pointer: string): readonly Violation[] {
  if (!isObject(change) || !isObject(before)) return [];
  const { properties = {} } = flatten(schema);
  return Object.entries(change).flatMap(([name, value]) => {
    const place = `${pointer}/${escapePointer(name)}`;
    const property = flatten(properties[name] ?? {});
    const own = before[name];
    if (property["x-immutable"] !== true || property.readOnly === true || own === undefined)
      return changesOf(property, own, value, place);
    if (isWithin(value, own)) return [];
    const message = "cannot be changed: it is immutable";
    return [{ place: placeOf("body", place), pointer: place, keyword: "immutable", message }];
  });
}

/** Whether a value says nothing else than another: of an object, some of its members may be left out. */
function isWithin(value: unknown, other: unknown): boolean {
  if (isObject(value) && isObject(other))
    return Object.entries(value).every(([name, member]) => isWithin(member, other[name]));
  return JSON.stringify(value) === JSON.stringify(other);
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
