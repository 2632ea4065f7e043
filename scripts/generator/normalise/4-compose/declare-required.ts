import { propertyOf, requiredOf, withInherited } from "../../document/inherited.js";
import type { OpenApiDocument, Schema } from "../../document/openapi.js";
import { mapSchemas } from "../../document/schemas.js";
import type { DocumentStage } from "../stage.js";

/**
 * Declares properties that a schema requires but does not describe: they have to be there, with any value. Where the
 * schema is a member of an allOf, another member may describe them, and both count.
 */
export const declareRequired: DocumentStage = (document, { report }) =>
  mapSchemas(document, (schema, pointer) => {
    const { $ref, type = "object", required = [], additionalProperties } = schema;
    if ($ref !== undefined || type !== "object") return schema;
    const lifted = optionalElsewhere(schema, document);
    const missing = required.filter((name) => !propertyOf(schema, name, document));
    const whole = lifted.length === 0 ? schema : { ...schema, required: [...required, ...lifted] };
    if (missing.length === 0) return whole;
    report([...pointer, "required"], `${missing.join(", ")}: required, but described nowhere in the schema`);
    const value: Schema = typeof additionalProperties === "object" ? additionalProperties : {};
    const added = Object.fromEntries(missing.map((name) => [name, value]));
    return { ...whole, properties: { ...schema.properties, ...added } };
  });

/** What one member of an allOf requires, and another describes as optional: the schema itself has to require it. */
function optionalElsewhere(schema: Schema, document: OpenApiDocument): readonly string[] {
  const { allOf, required = [] } = schema;
  if (!allOf) return [];
  const ancestors = withInherited(schema, document);
  const optional = new Set(
    ancestors.flatMap(({ properties = {}, required: own = [] }) =>
      Object.keys(properties).filter((name) => !own.includes(name)),
    ),
  );
  return [...requiredOf(schema, document)].filter((name) => optional.has(name) && !required.includes(name));
}
