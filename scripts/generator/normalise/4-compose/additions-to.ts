import { withoutAnnotations } from "../../document/annotations.js";
import { inherited, propertyOf, requiredOf } from "../../document/inherited.js";
import type { OpenApiDocument, Schema } from "../../document/openapi.js";
import { omit } from "../../document/records.js";
import { stableJson } from "../../document/stable-json.js";

/**
 * What a schema adds to another that it stands beside in an `allOf`, without examples and without what the other says
 * already. A property that it adds to is given in full, with what both schemas say.
 */
export function additionsTo(base: Schema, schema: Schema, document: OpenApiDocument): Schema {
  const { properties = {}, items, required = [], ...others } = withoutAnnotations(schema);
  const baseItems = inherited(base, "items", document);
  const added = Object.entries(properties).flatMap(([name, property]): [string, Schema][] => {
    const known = propertyOf(base, name, document);
    const refined = known ? refine(known, property, document) : property;
    return refined ? [[name, refined]] : [];
  });
  const known = requiredOf(base, document);
  const newlyRequired = required.filter((name) => !known.has(name));
  const element = items && baseItems ? refine(baseItems, items, document) : items;
  const additions = Object.entries(others).filter(
    ([key, value]) => !isKnown(key as keyof Schema, value, base, document),
  );
  return {
    ...Object.fromEntries(additions),
    ...commonValues(inherited(base, "enum", document), Object.fromEntries(additions)),
    ...(newlyRequired.length > 0 && { required: newlyRequired }),
    ...(added.length > 0 && { properties: Object.fromEntries(added) }),
    ...(element && { items: element }),
  };
}

/** The values that two schemas allow. Without any they contradict each other, and the second one counts. */
function commonValues(known: Schema["enum"], { enum: values }: Schema): Pick<Schema, "enum"> {
  const common = values?.filter((value) => known?.includes(value)) ?? [];
  return common.length === 0 ? {} : { enum: common };
}

function isKnown(key: keyof Schema, value: unknown, base: Schema, document: OpenApiDocument): boolean {
  const known = inherited(base, key, document);
  // A reference to an object, or a list of properties, does not always say that it is one.
  if (key === "type" && value === "object" && known === undefined) return hasStructure(base);
  if (
    key === "enum" &&
    Array.isArray(value) &&
    inherited(base, key, document)?.every((one) => value.includes(one))
  )
    return true;
  if (key === "nullable" && value === true && excludesNull(base, document)) return true;
  return known !== undefined && stableJson(known) === stableJson(value);
}

/** Whether a schema names a type, and does not allow null: then a value of it cannot be null, whatever others say. */
function excludesNull(schema: Schema, document: OpenApiDocument): boolean {
  return (
    inherited(schema, "type", document) !== undefined && inherited(schema, "nullable", document) !== true
  );
}

function hasStructure({ $ref, allOf, oneOf, anyOf, properties, additionalProperties }: Schema): boolean {
  return ($ref ?? allOf ?? oneOf ?? anyOf ?? properties ?? additionalProperties) !== undefined;
}

/** What a schema adds to another: also that a value cannot be null. */
function narrowed(base: Schema, schema: Schema, document: OpenApiDocument): Schema {
  const additions = additionsTo(base, schema, document);
  const type = inherited(schema, "type", document);
  const isNarrower =
    type !== undefined && inherited(base, "nullable", document) === true && excludesNull(schema, document);
  return isNarrower ? { ...additions, type, nullable: false } : additions;
}

/** A schema with what another adds to it; undefined when that is nothing. */
function refine(base: Schema, schema: Schema, document: OpenApiDocument): Schema | undefined {
  const { properties, items, required, ...others } = narrowed(base, schema, document);
  const isComposed = base.$ref ?? base.allOf ?? base.oneOf ?? base.anyOf;
  if (!properties && !items && !required && Object.keys(others).length === 0) return undefined;
  const withRequired = required && { required: [...new Set([...(base.required ?? []), ...required])] };
  if (isComposed === undefined) {
    return {
      // What is closed beside it is no longer open.
      ...(others.enum ? omit(base, "x-extensible-enum") : base),
      ...others,
      ...withRequired,
      ...(properties && { properties: { ...base.properties, ...properties } }),
      ...(items && { items }),
    };
  }
  const more: Schema = {
    ...others,
    ...(properties && { type: "object", properties }),
    ...(items && { type: "array", items }),
  };
  // A value that one of two schemas does not allow to be null cannot be.
  const outer = others.nullable === false ? omit(base, "nullable") : base;
  const members = base.$ref === undefined ? (base.allOf ?? [omit(outer, "description")]) : [outer];
  return {
    ...(base.allOf ? outer : {}),
    allOf: [...members, ...(Object.keys(more).length > 0 ? [more] : [])],
    ...withRequired,
  };
}
