import type { SchemaStage } from "../stage.js";

/** Drops numbers from an enum that YAML has but JSON does not, `.inf` and `.nan`: no request or response can have them. */
export const dropImpossibleNumbers: SchemaStage = (schema, pointer, { report }) => {
  const possible = schema.enum?.filter((value) => typeof value !== "number" || Number.isFinite(value));
  if (!possible || possible.length === schema.enum?.length) return schema;
  report([...pointer, "enum"], "without what is not a number in JSON");
  return { ...schema, enum: possible };
};
