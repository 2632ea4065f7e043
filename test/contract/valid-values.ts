import { omit } from "../../src/util/omit.js";
import type { Schema } from "./document.js";
import { flatten, isReadOnly } from "./flat-schema.js";

/**
 * Values that fit a schema, as a request has them: without what is read-only. The first has no more than is required; the
 * others have another variant of a union somewhere, each of them once.
 *
 * @throws {Error} when no value can be told from the schema; it then wants an example
 */
export function validValues(raw: Schema): readonly unknown[] {
  return valuesOf(raw, []);
}

/** @param around the variants around the schema, which are not put into themselves again */
function valuesOf(raw: Schema, around: readonly Schema[]): readonly unknown[] {
  const schema = flatten(raw);
  const { oneOf, enum: values, example } = schema;
  if (oneOf) {
    const variants = oneOf.filter((variant) => !around.includes(variant));
    return variants.flatMap((variant) => valuesOf(unionVariant(schema, variant), [...around, variant]));
  }
  if (example !== undefined) return [example];
  if (values) return values.filter((value) => value !== null).slice(0, 1);
  switch (typeOf(schema)) {
    case "object":
      return objectsOf(schema, around);
    case "array":
      return arraysOf(schema, around);
    case "string":
      return [textOf(schema)];
    case "integer":
    case "number":
      return [schema.default ?? schema.minimum ?? Math.min(1, schema.maximum ?? 1)];
    case "boolean":
      return [true];
    default:
      // Whatever the schema leaves open.
      return [{}];
  }
}

/** The first of the values that fit a schema. */
export function validValue(schema: Schema): unknown {
  return validValues(schema)[0];
}

/** The variants of a union, each as a schema with what they share. */
export function unionVariants(schema: Schema): readonly Schema[] {
  return (schema.oneOf ?? []).map((variant) => unionVariant(schema, variant));
}

function unionVariant(union: Schema, variant: Schema): Schema {
  const shared = omit(union, ["oneOf"]);
  return flatten({ allOf: [shared, variant] });
}

function typeOf({ type, properties, additionalProperties, items }: Schema): string | undefined {
  return type ?? (properties || additionalProperties ? "object" : items ? "array" : undefined);
}

function objectsOf(
  { properties = {}, required = [] }: Schema,
  around: readonly Schema[],
): readonly unknown[] {
  const lists = required
    .filter((name) => !isReadOnly(properties[name] ?? {}))
    .map((name) => [name, valuesOf(properties[name] ?? {}, around)] as const);
  const smallest = Object.fromEntries(lists.map(([name, [first]]) => [name, first]));
  const others = lists.flatMap(([name, [, ...more]]) =>
    more.map((value) => ({ ...smallest, [name]: value })),
  );
  return [smallest, ...others];
}

function arraysOf({ items = {}, minItems = 1 }: Schema, around: readonly Schema[]): readonly unknown[] {
  return valuesOf(items, around).map((value) => Array.from({ length: Math.max(minItems, 1) }, () => value));
}

const OF_FORMAT: Readonly<Record<string, string>> = {
  uri: "https://example.com",
  uuid: "9bb441c4-edef-46ac-8a41-c49e44a3fd9a",
  email: "ada@example.com",
  "date-time": "2025-02-20T08:30:15Z",
  date: "2025-02-20",
  duration: "PT1H",
  byte: "AAEC",
};

function textOf({ format = "", pattern, minLength = 0, maxLength = Infinity }: Schema): string {
  const text = OF_FORMAT[format] ?? "x".padEnd(minLength, "x").slice(0, maxLength);
  if (pattern !== undefined && !new RegExp(pattern, "u").test(text))
    throw new Error(`A text with the pattern ${pattern} wants an example`);
  return text;
}
