import type { OpenApiDocument, Schema } from "./openapi.js";
import { componentName } from "./references.js";

/** What a JSON value is, as far as it decides how it is sent. */
export type JsonKind = "object" | "array" | "scalar" | "null";

const ALL: ReadonlySet<JsonKind> = new Set(["object", "array", "scalar", "null"]);

/** What the values of a schema may be: anything of which it says nothing. */
export function jsonKinds(
  schema: Schema,
  document: Pick<OpenApiDocument, "components">,
  trail: readonly string[] = [],
): ReadonlySet<JsonKind> {
  const { $ref, nullable, allOf = [], oneOf, anyOf } = schema;
  const kindsOf = (other: Schema, path = trail): ReadonlySet<JsonKind> => jsonKinds(other, document, path);
  const sets: ReadonlySet<JsonKind>[] = [ownKinds(schema), ...allOf.map((member) => kindsOf(member))];
  for (const variants of [oneOf, anyOf]) {
    if (variants) sets.push(new Set(variants.flatMap((variant) => [...kindsOf(variant)])));
  }
  if ($ref !== undefined && !trail.includes($ref)) {
    sets.push(kindsOf(document.components.schemas[componentName($ref)] ?? {}, [...trail, $ref]));
  }
  const kinds = new Set([...ALL].filter((kind) => sets.every((set) => set.has(kind))));
  return nullable ? kinds.add("null") : kinds;
}

function ownKinds(schema: Schema): ReadonlySet<JsonKind> {
  const { type, const: constant, enum: values = constant === undefined ? undefined : [constant] } = schema;
  if (values) return new Set(values.map(kindOfValue));
  if (type !== undefined) return new Set([type].flat().map(kindOfType));
  if (schema.properties ?? schema.patternProperties ?? schema.additionalProperties)
    return new Set(["object"]);
  if (schema.items ?? schema.prefixItems) return new Set(["array"]);
  return schema["x-extensible-enum"] ? new Set(["scalar"]) : ALL;
}

function kindOfType(type: string): JsonKind {
  return type === "object" || type === "array" || type === "null" ? type : "scalar";
}

function kindOfValue(value: unknown): JsonKind {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value === "object" ? "object" : "scalar";
}
