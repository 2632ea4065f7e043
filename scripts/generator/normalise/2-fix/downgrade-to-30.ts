import type { Schema } from "../../document/openapi.js";
import { omit } from "../../document/records.js";
import { mapSchemas } from "../../document/schemas.js";
import type { FixDocument } from "../../document/fix.js";

/** Says what OpenAPI 3.1 and later say in the words of JSON Schema as 3.0 says it: null among the types, constants. */
export const downgradeTo30: FixDocument = (document, report) =>
  mapSchemas(document, (schema, pointer) => {
    const typed = plainType(schema);
    if (typed !== schema)
      report([...pointer, "type"], "a list of types is a type that may be null, or a choice");
    const union = plainNull(typed);
    if (union !== typed) report(pointer, "null as a member of a union is said by `nullable`");
    if (!("const" in union)) return union;
    report([...pointer, "const"], "a constant is an enum of one value");
    return { ...omit(union, "const"), enum: [union.const] };
  });

function plainType(schema: Schema): Schema {
  const { type } = schema;
  if (typeof type === "string" || type === undefined) return schema;
  const others = type.filter((name) => name !== "null");
  const nullable = others.length < type.length && { nullable: true };
  const [only] = others;
  if (others.length === 1 && only !== undefined) return { ...schema, type: only, ...nullable };
  const choice = others.map((name): Schema => ({ type: name }));
  return { ...omit(schema, "type"), ...nullable, ...(choice.length > 0 && { anyOf: choice }) };
}

function plainNull(schema: Schema): Schema {
  return (["oneOf", "anyOf"] as const).reduce((outer, key) => {
    const others = outer[key]?.filter(({ type }) => type !== "null");
    if (!others || others.length === outer[key]?.length) return outer;
    return { ...outer, [key]: others, nullable: true };
  }, schema);
}
