import { EMPTIED } from "../../document/directions.js";
import type { OpenApiDocument, Schema } from "../../document/openapi.js";
import { omit } from "../../document/records.js";
import { componentName } from "../../document/references.js";
import { mapSchemas } from "../../document/schemas.js";

/** What makes a type, beside properties; limits such as `minProperties` do not. */
const MEANINGFUL = [
  "required",
  "additionalProperties",
  "patternProperties",
  "items",
  "prefixItems",
  "oneOf",
  "anyOf",
  "enum",
  "x-extensible-enum",
  "nullable",
  "not",
] as const satisfies readonly (keyof Schema)[];

/**
 * Drops members of an allOf that say nothing: a trait without properties, or a schema whose properties are all of the
 * other direction. The type of such a member accepts every property, and would open the others to misspelt ones.
 */
export function dropEmptyMembers(document: OpenApiDocument): OpenApiDocument {
  const { schemas } = document.components;
  const known = new Map<string, boolean>();

  const isEmpty = (schema: Schema): boolean => {
    const { $ref, type = "object", properties = {}, allOf = [] } = schema;
    if ($ref !== undefined) {
      const name = componentName($ref);
      const found = known.get(name) ?? isEmpty(schemas[name] ?? {});
      known.set(name, found);
      return found;
    }
    const isPlain = type === "object" && Object.keys(properties).length === 0;
    return isPlain && !MEANINGFUL.some((key) => schema[key] !== undefined) && allOf.every(isEmpty);
  };
  const isEmptied = ({ $ref, allOf = [], [EMPTIED]: emptied }: Schema): boolean =>
    emptied ??
    (allOf.some(isEmptied) || ($ref !== undefined && isEmptied(schemas[componentName($ref)] ?? {})));

  return mapSchemas(document, (schema) => {
    const { allOf } = schema;
    if (!allOf) return schema;
    const members = allOf.filter((member) => !isEmpty(member));
    if (members.length === allOf.length) return schema;
    const { properties, oneOf, anyOf } = schema;
    if (members.length > 0) return { ...schema, allOf: members };
    if (properties ?? oneOf ?? anyOf) return omit(schema, "allOf");
    return allOf.some(isEmptied) ? { ...omit(schema, "allOf"), type: "object", [EMPTIED]: true } : schema;
  });
}
