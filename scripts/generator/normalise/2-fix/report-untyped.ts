import { mapSchemas } from "../../document/schemas.js";
import type { DocumentStage } from "../stage.js";

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
export const reportUntyped: DocumentStage = (document, { report }) =>
  mapSchemas(document, (schema, pointer) => {
    for (const keyword of UNTYPED_KEYWORDS) {
      if (keyword in schema)
        report([...pointer, keyword], `\`${keyword}\` is not in the type: TypeScript cannot say it`);
    }
    return schema;
  });
