import type { SchemaStage } from "../stage.js";

/** Takes a schema that describes items for one of an array, although it names no type: that is what its author meant. */
export const inferArrays: SchemaStage = (schema, pointer, { report }) => {
  const { $ref, type, items, prefixItems } = schema;
  if (type !== undefined || $ref !== undefined || (items ?? prefixItems) === undefined) return schema;
  report(pointer, "an array, since it describes items");
  return { ...schema, type: "array" };
};
