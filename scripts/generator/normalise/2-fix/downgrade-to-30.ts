import type { Schema } from "../../document/openapi.js";
import { omit, pick } from "../../document/records.js";
import type { SchemaStage } from "../stage.js";

/** Rewrites null types, lists of types and constants, which OpenAPI has since 3.1, with the keywords of 3.0. */
export const downgradeTo30: SchemaStage = (schema, pointer, { report }) => {
  const typed = withSingleType(schema);
  if (typed !== schema)
    report([...pointer, "type"], "a list of types becomes one type that may be null, or a union");
  const union = withNullableUnion(typed);
  if (union !== typed) report(pointer, "null in a union becomes `nullable`");
  if (!("const" in union)) return union;
  report([...pointer, "const"], "a constant becomes an enum of one value");
  return { ...omit(union, "const"), enum: [union.const] };
};

function withSingleType(schema: Schema): Schema {
  const { type } = schema;
  if (typeof type === "string" || type === undefined) return schema;
  const others = type.filter((name) => name !== "null");
  const nullable = others.length < type.length && { nullable: true };
  const [only] = others;
  if (others.length === 1 && only !== undefined) return { ...schema, type: only, ...nullable };
  if (others.length === 0) return { ...schema, type: "null" };
  const choice = others.map((name): Schema => ({ type: name, ...pick(schema, OF_TYPES[name] ?? []) }));
  const rest: Schema = omit(schema, "type", ...Object.values(OF_TYPES).flat());
  if (!rest.anyOf) return { ...rest, ...nullable, anyOf: choice };
  return { ...rest, ...nullable, allOf: [...(rest.allOf ?? []), { anyOf: choice }] };
}

/** What a schema says of the values of one type alone. */
const OF_TYPES: Readonly<Record<string, readonly (keyof Schema)[]>> = {
  object: ["properties", "required", "additionalProperties", "patternProperties"],
  array: ["items", "prefixItems", "minItems", "maxItems", "uniqueItems"],
};

function withNullableUnion(schema: Schema): Schema {
  return (["oneOf", "anyOf"] as const).reduce((outer, key) => {
    const others = outer[key]?.filter(({ type }) => type !== "null");
    if (!others || others.length === outer[key]?.length) return outer;
    if (others.length === 0) return { ...omit(outer, key), type: "null" };
    return { ...outer, [key]: others, nullable: true };
  }, schema);
}
