import { inherited } from "../document/inherited.js";
import type { OpenApiDocument, Schema } from "../document/openapi.js";
import { componentName } from "../document/references.js";

/** Whether the type of a schema includes null, or says nothing at all. */
export function mayBeNull(schema: Schema, document: OpenApiDocument, seen = new Set<string>()): boolean {
  const { $ref, type, nullable, allOf = [], oneOf, anyOf } = schema;
  if (nullable || type === "null" || schema.const === null || schema.enum?.includes(null)) return true;
  if (Array.isArray(type) && type.includes("null")) return true;
  const isNullable = (member: Schema): boolean => mayBeNull(member, document, seen);
  if ($ref !== undefined) {
    if (seen.has($ref)) return false;
    seen.add($ref);
    return isNullable(document.components.schemas[componentName($ref)] ?? {});
  }
  if (oneOf ?? anyOf) return (oneOf ?? anyOf ?? []).some(isNullable);
  if (allOf.length > 0) return allOf.every(isNullable);
  const saysNothing = (["type", "properties", "items", "enum", "additionalProperties"] as const).every(
    (key) => inherited(schema, key, document) === undefined,
  );
  return saysNothing && schema.const === undefined;
}
