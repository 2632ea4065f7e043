import { isOwnVariant, partIn } from "./cycles.js";
import { bothLimits } from "./limits.js";
import { compilePattern } from "./pattern.js";
import type { Direction, Schema } from "./schema.js";

/** Schemas of a document do not change, so that the work is done once. */
const flat = new WeakMap<Schema, Schema>();

/** What is being merged: a schema that is a part of itself says nothing more by that. */
const merging = new Set<Schema>();

/** A schema with the parts of its `allOf` in itself. What two parts say of one property holds together. */
export function flatten(schema: Schema): Schema {
  let merged = flat.get(schema);
  if (merged) return merged;
  if (merging.has(schema)) return {};
  merging.add(schema);
  try {
    flat.set(schema, (merged = merge(schema)));
  } finally {
    merging.delete(schema);
  }
  return merged;
}

export function isReadOnly(schema: Schema): boolean {
  return flatten(schema).readOnly === true;
}

/** Whether values of a direction have no such property: a read-only one in a request, a write-only one in a response. */
export function isLeftOut(schema: Schema, direction: Direction): boolean {
  const { readOnly, writeOnly } = flatten(schema);
  return direction === "request" ? readOnly === true : writeOnly === true;
}

/** The schema of a member: a required one may have none of its own. */
export function memberSchema(
  { properties = {}, patternProperties = {}, additionalProperties }: Schema,
  name: string,
): Schema {
  if (Object.hasOwn(properties, name)) return properties[name] ?? {};
  const parts = Object.entries(patternProperties).filter(([pattern]) => compilePattern(pattern)?.test(name));
  if (parts.length > 0) return { allOf: parts.map(([, part]) => part) };
  return typeof additionalProperties === "object" ? additionalProperties : {};
}

/** The type of a schema's values, null aside: its own, or the one that its keywords are for. */
export function typeOf({ type, properties, additionalProperties, items }: Schema): string | undefined {
  const [own] = [type ?? []].flat().filter((one) => one !== "null");
  return own ?? (properties || additionalProperties ? "object" : items ? "array" : undefined);
}

const unions = new WeakMap<Schema, readonly Schema[]>();

/** The variants of a union, each as a schema with what they share. */
export function unionVariants(schema: Schema): readonly Schema[] {
  let variants = unions.get(schema);
  if (!variants) {
    const { oneOf = [], anyOf = [], ...shared } = schema;
    variants = [...oneOf, ...anyOf]
      .filter((variant) => !isOwnVariant(variant))
      .map((variant) => flatten({ allOf: [shared, variant] }));
    unions.set(schema, variants);
  }
  return variants;
}

function merge(schema: Schema): Schema {
  const { allOf, ...own } = schema;
  return allOf ? [...allOf.map((part) => partIn(flatten(part), [schema])), own].reduce(both) : schema;
}

function both(first: Schema, second: Schema): Schema {
  const required = [...new Set([...(first.required ?? []), ...(second.required ?? [])])];
  return {
    ...first,
    ...second,
    ...bothLimits(first, second),
    // An integer is a number as well.
    ...(first.type === "integer" && second.type === "number" && { type: "integer" }),
    ...(required.length > 0 && { required }),
    ...((first.properties ?? second.properties) && { properties: bothProperties(first, second) }),
    ...(first.oneOf && second.oneOf && { oneOf: pairs(first.oneOf, second.oneOf) }),
    ...(first.anyOf && second.anyOf && { anyOf: pairs(first.anyOf, second.anyOf) }),
  };
}

/** A value has to be a variant of each of two unions. */
function pairs(first: readonly Schema[], second: readonly Schema[]): readonly Schema[] {
  return first.flatMap((one) => second.map((other) => ({ allOf: [one, other] })));
}

function bothProperties(first: Schema, second: Schema): NonNullable<Schema["properties"]> {
  const properties = { ...first.properties };
  for (const [name, property] of Object.entries(second.properties ?? {})) {
    const other = properties[name];
    properties[name] = other && other !== property ? allOfBoth(other, property) : property;
  }
  return properties;
}

const joined = new WeakMap<Schema, WeakMap<Schema, Schema>>();

/** A schema of two: the same object each time, so that walks through what holds itself come back to it. */
export function allOfBoth(first: Schema, second: Schema): Schema {
  const known = joined.get(first) ?? new WeakMap<Schema, Schema>();
  joined.set(first, known);
  let both = known.get(second);
  if (!both) known.set(second, (both = { allOf: [first, second] }));
  return both;
}
