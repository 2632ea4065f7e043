import { typeName } from "../../document/names.js";
import type { Schema } from "../../document/openapi.js";
import type { Pointer } from "../../document/pointer.js";
import { eachSchema, mapSchemas } from "../../document/schemas.js";
import type { Part } from "../../read/part.js";
import { openEnum } from "../2-fix/open-enums.js";

/**
 * Opens the enums that another document of the same service has open: documents copy each other's schemas, and one of
 * them may be behind. The same schema is one of the same name, with the same values in the same place. A document of
 * another service does not count: types must not change with what else is read.
 */
export function openSharedEnums(parts: readonly Part[]): readonly Part[] {
  if (parts.length < 2) return parts;
  const open = new Set<string>();
  for (const { document } of parts) {
    for (const [key, schema] of Object.entries(document.components.schemas)) {
      const note = ({ "x-extensible-enum": values }: Schema, pointer: Pointer): void => {
        if (values) open.add(enumId(pointer, values));
      };
      eachSchema(schema, note, ["components", "schemas", key]);
    }
  }
  return parts.map((part) => ({
    ...part,
    document: mapSchemas(part.document, (schema, pointer) => {
      const { enum: values } = schema;
      if (!values || pointer[1] !== "schemas" || !open.has(enumId(pointer, values))) return schema;
      part.report([...pointer, "enum"], "open: another document of the service says so of the same schema");
      return openEnum(schema);
    }),
  }));
}

function enumId([, , key = "", ...place]: Pointer, values: readonly unknown[]): string {
  return JSON.stringify([typeName(key), place, values.map(String).sort()]);
}
