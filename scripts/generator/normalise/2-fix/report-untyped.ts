import { isNever } from "../../document/openapi.js";
import type { SchemaStage } from "../stage.js";

/** Keywords of JSON Schema that no TypeScript type can express: the type allows more than the schema does. */
const UNTYPED_KEYWORDS = [
  "not",
  "if",
  "then",
  "else",
  "contains",
  "propertyNames",
  "dependentRequired",
  "dependentSchemas",
  "unevaluatedItems",
  "unevaluatedProperties",
];

/** Reports what the types leave out: the compiler does not check it. */
export const reportUntyped: SchemaStage = (schema, pointer, { report }) => {
  for (const keyword of UNTYPED_KEYWORDS) {
    if (keyword in schema && !(keyword === "not" && isNever(schema)))
      report([...pointer, keyword], `\`${keyword}\` is not in the type: TypeScript cannot say it`);
  }
  return schema;
};
