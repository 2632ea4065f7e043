import { mapSchemas } from "../../document/schemas.js";
import type { FixDocument } from "../../document/fix.js";

/** Keywords of JSON Schema that TypeScript has no words for; a type is wider than a schema that says them. */
const UNSAID = [
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

/** Tells of what is in the document but not in the types, so that nobody relies on the compiler for it. */
export const reportUntyped: FixDocument = (document, report) =>
  mapSchemas(document, (schema, pointer) => {
    for (const keyword of UNSAID) {
      if (keyword in schema)
        report([...pointer, keyword], `\`${keyword}\` is not in the type: TypeScript cannot say it`);
    }
    return schema;
  });
