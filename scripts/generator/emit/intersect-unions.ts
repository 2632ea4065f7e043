import type { Schema } from "../document/openapi.js";

/** What makes a type, beside unions. */
const STRUCTURE = [
  "type",
  "required",
  "properties",
  "items",
  "prefixItems",
  "additionalProperties",
  "patternProperties",
  "allOf",
] as const satisfies readonly (keyof Schema)[];

/**
 * A schema whose union is beside whatever else it says. openapi-typescript would make members of a union of that too,
 * for `anyOf` always, and for `oneOf` where all members are primitive.
 */
export function intersectUnions(schema: Schema): Schema {
  const { type, properties, oneOf, anyOf, ...others } = schema;
  const unions = [oneOf, anyOf].filter((union) => union !== undefined);
  const [union, ...more] = unions;
  if (!union) return schema;
  // What every member says of its type need not be said again.
  const isSaid = type !== "object" && union.every((member) => member.$ref ?? member.type ?? member.enum);
  const rest: Schema = {
    ...others,
    ...(type !== undefined && !isSaid && type !== "object" && { type }),
    ...(properties && { type: "object", properties }),
  };
  const isAlone = more.length === 0 && !STRUCTURE.some((key) => key in rest);
  if (isAlone) return { ...rest, oneOf: union };
  const members = unions.map((variants): Schema => ({ oneOf: variants }));
  return { ...rest, allOf: [...(rest.allOf ?? []), ...members] };
}
