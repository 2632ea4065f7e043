import type { Direction } from "../../generator/document/directions.js";
import { mapSchemas } from "../../generator/document/schemas.js";
import type { Reading } from "../read-document.js";
import type { Located } from "./conjunction.js";

const discriminators = new WeakMap<Reading, ReadonlySet<string>>();

/**
 * Which enums the generated types leave open, though the document closes them: one of a single value that is the default
 * as well, and those of a fragment, except read-only values and discriminators. In a request, the service accepts only
 * the single value, whatever its type.
 */
export function openEnumsOf(reading: Reading, direction: Direction): (part: Located) => boolean {
  return ({ schema, pointer }) => {
    const values = schema.enum ?? [];
    if (!values.every((value) => typeof value === "string")) return false;
    if (values.length === 1 && schema.default === values[0] && direction === "response") return true;
    if (!reading.isFragment) return false;
    const isProperty = pointer.at(-2) === "properties" && discriminatorsIn(reading).has(pointer.at(-1) ?? "");
    return values.length > 1 || !(schema.readOnly === true || isProperty);
  };
}

function discriminatorsIn(reading: Reading): ReadonlySet<string> {
  const known = discriminators.get(reading);
  if (known) return known;
  const names = new Set<string>();
  mapSchemas(reading.document, (schema) => {
    if (schema.discriminator) names.add(schema.discriminator.propertyName);
    return schema;
  });
  discriminators.set(reading, names);
  return names;
}
