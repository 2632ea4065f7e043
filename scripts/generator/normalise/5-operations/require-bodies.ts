import type { OpenApiDocument, Schema } from "../../document/openapi.js";
import { componentName } from "../../document/references.js";
import { mapOperations } from "../../document/schemas.js";
import type { FixDocument } from "../../document/fix.js";

/**
 * Requires the bodies that have to hold something. Documents rarely say `required` of a body, and OpenAPI's default is that
 * it may be left out; but no service takes nothing for an object that has required properties.
 */
export const requireBodies: FixDocument = (document, report) => ({
  ...document,
  paths: mapOperations(document.paths, (operation, pointer) => {
    const { requestBody } = operation;
    if (!requestBody || requestBody.required !== undefined) return operation;
    const schemas = Object.values(requestBody.content).map(({ schema = {} }) => schema);
    if (schemas.length === 0 || !schemas.every((schema) => needsContent(schema, document))) return operation;
    report([...pointer, "requestBody"], "the body is required, since what it holds has required properties");
    return { ...operation, requestBody: { ...requestBody, required: true } };
  }),
});

/** Whether there are properties that a caller has to send. */
function needsContent(schema: Schema, document: OpenApiDocument): boolean {
  const { $ref, allOf = [], anyOf = [], oneOf = [], required = [], properties = {} } = schema;
  const resolve = (part: Schema): Schema =>
    part.$ref === undefined ? part : { ...document.components.schemas[componentName(part.$ref)], ...part };
  const needs = (part: Schema): boolean => needsContent(part, document);
  if ($ref !== undefined && needs(document.components.schemas[componentName($ref)] ?? {})) return true;
  if (required.some((name) => resolve(properties[name] ?? {}).readOnly !== true)) return true;
  const arms = oneOf.length > 0 ? oneOf : anyOf;
  return allOf.some(needs) || (arms.length > 0 && arms.every(needs));
}
