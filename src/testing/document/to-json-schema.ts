import { isOwnVariant, partIn } from "./cycles.js";
import { tagsFor, withTag } from "./discriminators.js";
import { compilePattern } from "./pattern.js";
import { flatten, isLeftOut, typeOf } from "./flat-schema.js";
import type { OpenApiDocument } from "./read-document.js";
import type { Direction, Schema } from "./schema.js";

/** A schema of JSON Schema 2020-12. */
export type JsonSchema = Record<string, unknown>;

export interface ConversionOptions {
  readonly document: OpenApiDocument;
  readonly direction: Direction;
  /** Names a schema that others refer to, so that it is converted once. */
  readonly idOf: (schema: Schema) => string;
}

/** Keywords whose value is one schema, a list of them, or schemas by name. */
const ONE = new Set([
  "items",
  "additionalProperties",
  "not",
  "contains",
  "propertyNames",
  "if",
  "then",
  "else",
]);
const LISTS = new Set(["allOf", "oneOf", "anyOf", "prefixItems"]);
const MAPS = new Set(["properties", "patternProperties", "dependentSchemas"]);
/** Keywords that are kept as they are. Others, such as `description` and `example`, say nothing about values. */
const KEPT =
  /^(type|format|enum|const|multipleOf|m(in|ax)(imum|Length|Items|Properties|Contains)|uniqueItems|dependentRequired)$/;

/**
 * A schema of OpenAPI 3.0 or 3.1 as JSON Schema, for values of one direction.
 *
 * What is read-only is not required of a request, nor what is write-only of a response. Values of an `x-extensible-enum` are
 * not limited to those that are listed.
 */
export function toJsonSchema(schema: Schema, options: ConversionOptions): JsonSchema {
  return convert(schema, leftOutNames(schema, options.direction), options, []);
}

/** The properties that values of the direction need not have. */
function leftOutNames(schema: Schema, direction: Direction): ReadonlySet<string> {
  const { properties = {} } = flatten(schema);
  return new Set(Object.keys(properties).filter((name) => isLeftOut(properties[name] ?? {}, direction)));
}

/**
 * @param leftOut of the schema and of those that hold together with it: one part may require what another describes
 * @param around the schemas that it is a part or a variant of
 */
function convert(
  schema: Schema,
  leftOut: ReadonlySet<string>,
  options: ConversionOptions,
  around: readonly Schema[],
): JsonSchema {
  const holders = [...around, schema];
  const result: JsonSchema = {};
  for (const [key, value] of Object.entries(schema)) {
    if (KEPT.test(key)) result[key] = value;
    else if (ONE.has(key)) result[key] = child(value, options);
    else if (MAPS.has(key)) result[key] = mapValues(value as Readonly<Record<string, Schema>>, options);
    else if (LISTS.has(key)) result[key] = (value as readonly Schema[]).map((part) => converted(part, key));
  }
  const required = (schema.required ?? []).filter((name) => !leftOut.has(name));
  if (required.length > 0) result["required"] = required;
  if (schema.pattern !== undefined && compilePattern(schema.pattern)) result["pattern"] = schema.pattern;
  convertExclusive(schema, result);
  if (schema.discriminator && schema.oneOf) convertUnion(schema, result, options);
  return schema.nullable ? orNull(schema, result) : result;

  /** What is a part of itself says nothing more by that; nor is a value a variant because it is one. */
  function converted(raw: Schema, key: string): JsonSchema | boolean {
    if (key === "prefixItems") return { $ref: options.idOf(raw) };
    const part = key === "allOf" ? partIn(raw, holders) : raw;
    return holders.includes(part) ? key === "allOf" : convert(part, withOwn(part), options, holders);
  }

  function withOwn(part: Schema): ReadonlySet<string> {
    return new Set([...leftOut, ...leftOutNames(part, options.direction)]);
  }
}

function child(value: unknown, { idOf }: ConversionOptions): unknown {
  return typeof value === "object" && value !== null ? { $ref: idOf(value) } : value;
}

function mapValues(schemas: Readonly<Record<string, Schema>>, options: ConversionOptions): JsonSchema {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, child(schema, options)]));
}

/** A flag beside `minimum` in OpenAPI 3.0, a number in its place in 3.1. */
function convertExclusive(schema: Schema, result: JsonSchema): void {
  for (const [exclusive, limit] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    const value = schema[exclusive];
    if (typeof value === "number") result[exclusive] = value;
    if (value !== true) continue;
    result[exclusive] = schema[limit];
    Reflect.deleteProperty(result, limit);
  }
}

/**
 * A union by its discriminator: a value with a known tag is held against the variant of this tag alone, so that what is wrong
 * with it is said once. Another value has to fit one of the variants.
 */
function convertUnion(schema: Schema, result: JsonSchema, options: ConversionOptions): void {
  const { oneOf: variants = [] } = schema;
  const tag = schema.discriminator?.propertyName ?? "";
  const own = variants.filter((variant) => !isOwnVariant(variant));
  const tags = new Map<string, Schema>();
  for (const value of own.flatMap((variant) => tagsFor(schema, variant))) {
    const [variant, ...others] = withTag(schema, own, value);
    if (variant && others.length === 0 && typeof value === "string") tags.set(value, variant);
  }
  if (tags.size === 0) return;
  const branches = result["oneOf"];
  Reflect.deleteProperty(result, "oneOf");
  const isKnown = { type: "object", properties: { [tag]: { enum: [...tags.keys()] } }, required: [tag] };
  const isRequired = variants.every((variant) => flatten(variant).required?.includes(tag));
  result["allOf"] = [
    ...((result["allOf"] as readonly unknown[] | undefined) ?? []),
    ...[...tags].map(([value, variant]) => ({
      if: { type: "object", properties: { [tag]: { const: value } }, required: [tag] },
      then: child(variant, options),
    })),
    // Without its tag, a value is told what it lacks, instead of how it fits none of the variants.
    isRequired
      ? {
          if: isKnown,
          else: { required: [tag], if: { type: "object", required: [tag] }, then: { anyOf: branches } },
        }
      : { if: isKnown, else: { anyOf: branches } },
  ];
}

function orNull(schema: Schema, result: JsonSchema): JsonSchema {
  const { type, enum: values } = result;
  if (type === undefined || schema.allOf || schema.oneOf || schema.anyOf)
    return typeOf(flatten(schema)) === undefined && !schema.oneOf && !schema.anyOf
      ? result
      : { anyOf: [{ type: "null" }, result] };
  return {
    ...result,
    type: [...new Set([type].flat()), "null"],
    ...(Array.isArray(values) && { enum: [...(values as readonly unknown[]), null] }),
  };
}
