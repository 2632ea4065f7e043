import { inherited, propertyOf, withInherited } from "../document/inherited.js";
import type { OpenApiDocument, Schema } from "../document/openapi.js";

/**
 * True unless each JSON success is declared as an object with properties, none of which is the `data` of a list.
 *
 * @param successes their schemas
 */
export function mayReturnList(successes: readonly Schema[], document: OpenApiDocument): boolean {
  return successes.some((schema) => !isOneObject(schema, document));
}

function isOneObject(schema: Schema, document: OpenApiDocument): boolean {
  if (inherited(schema, "items", document) || propertyOf(schema, "data", document)) return false;
  const variants = inherited(schema, "oneOf", document) ?? inherited(schema, "anyOf", document);
  if (variants) return variants.every((variant) => isOneObject(variant, document));
  return withInherited(schema, document).some(({ properties }) => properties !== undefined);
}
