import { inherited, propertyOf, withInherited } from "../document/inherited.js";
import type { MediaType, OpenApiDocument, Schema } from "../document/openapi.js";

interface Success {
  readonly content?: MediaType | undefined;
  /** Absent for JSON. */
  readonly parseAs?: string;
}

/** True unless every JSON success is declared as an object with properties, none of which is the `data` of a list. */
export function mayReturnList(successes: readonly Success[], document: OpenApiDocument): boolean {
  return successes.some(({ content, parseAs }) => {
    if (!content || parseAs !== undefined) return false;
    const { schema } = content;
    return !schema || !isOneObject(schema, document);
  });
}

function isOneObject(schema: Schema, document: OpenApiDocument): boolean {
  if (inherited(schema, "items", document) || propertyOf(schema, "data", document)) return false;
  const variants = inherited(schema, "oneOf", document) ?? inherited(schema, "anyOf", document);
  if (variants) return variants.every((variant) => isOneObject(variant, document));
  return [...withInherited(schema, document)].some(({ properties }) => properties !== undefined);
}
