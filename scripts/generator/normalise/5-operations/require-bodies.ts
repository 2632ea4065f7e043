import type { OpenApiDocument, Schema } from "../../document/openapi.js";
import { componentName } from "../../document/references.js";
import { mapOperations } from "../../document/schemas.js";
import type { DocumentStage } from "../stage.js";

/**
 * Requires each body whose schema requires properties of the caller. Documents rarely say whether a body is required, and
 * OpenAPI's default is that it is not; but no service accepts an empty request where properties are required.
 */
export const requireBodies: DocumentStage = (document, { report }) => ({
  ...document,
  paths: mapOperations(document.paths, (operation, pointer) => {
    const { requestBody } = operation;
    if (!requestBody || requestBody.required !== undefined) return operation;
    const schemas = Object.values(requestBody.content).map(({ schema = {} }) => schema);
    if (schemas.length === 0 || !schemas.every((schema) => needsContent(schema, document, new Map())))
      return operation;
    report([...pointer, "requestBody"], "the body is required, since its schema requires properties");
    return { ...operation, requestBody: { ...requestBody, required: true } };
  }),
});

/**
 * Whether a schema requires properties that a caller sends.
 *
 * @param known what is known of components, so that each is looked at once
 */
function needsContent(schema: Schema, document: OpenApiDocument, known: Map<string, boolean>): boolean {
  const { $ref, allOf = [], anyOf = [], oneOf = [], required = [], properties = {} } = schema;
  const resolve = (property: Schema): Schema =>
    property.$ref === undefined
      ? property
      : { ...document.components.schemas[componentName(property.$ref)], ...property };
  const needs = (member: Schema): boolean => needsContent(member, document, known);
  if ($ref !== undefined) {
    const isNeeded = known.get($ref) ?? needs(document.components.schemas[componentName($ref)] ?? {});
    known.set($ref, isNeeded);
    if (isNeeded) return true;
  }
  if (required.some((name) => resolve(properties[name] ?? {}).readOnly !== true)) return true;
  const variants = oneOf.length > 0 ? oneOf : anyOf;
  return allOf.some(needs) || (variants.length > 0 && variants.every(needs));
}
