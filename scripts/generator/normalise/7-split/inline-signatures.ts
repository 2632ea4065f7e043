import { withInherited } from "../../document/inherited.js";
import type { OpenApiDocument, Schema } from "../../document/openapi.js";
import { omit } from "../../document/records.js";
import { componentName } from "../../document/references.js";
import { mapSchemas } from "../../document/schemas.js";

/**
 * Copies a component whose type has an index signature into the schemas that inherit from it. In an intersection with the
 * component, every property that they add would have to be of the signature's type; in one schema, the signature takes in
 * what all properties may be.
 */
export function inlineSignatures(document: OpenApiDocument): OpenApiDocument {
  const { schemas } = document.components;

  const inline = (schema: Schema): Schema => {
    const { $ref, allOf } = schema;
    const target = $ref === undefined ? undefined : schemas[componentName($ref)];
    if (target && hasSignature(target, document)) return inline({ ...target, ...omit(schema, "$ref") });
    return allOf ? { ...schema, allOf: allOf.map(inline) } : schema;
  };

  return mapSchemas(document, (schema) => {
    const { allOf = [], properties } = schema;
    return allOf.length > 1 || (allOf.length === 1 && properties) ? inline(schema) : schema;
  });
}

/** Whether a type says of what type every property is. */
function hasSignature(schema: Schema, document: OpenApiDocument): boolean {
  const ancestors = withInherited(schema, document);
  return ancestors.some(
    ({ additionalProperties, patternProperties }) =>
      patternProperties !== undefined || typeof additionalProperties === "object",
  );
}
