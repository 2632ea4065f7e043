import type { Schema } from "../document/openapi.js";
import { omit } from "../document/records.js";
import { mapSchemas } from "../document/schemas.js";
import type { MendDocument } from "./mend.js";

/**
 * Moves `required` out of members of an `allOf` that say nothing else, to the schema around them: as a type of its own
 * such a member is an object without properties, and what it requires is lost.
 */
export const foldRequired: MendDocument = (document, report) =>
  mapSchemas(document, (schema, pointer) => {
    const overlays = schema.allOf?.filter(isOnlyRequired) ?? [];
    if (overlays.length === 0) return schema;
    const names = new Set([schema, ...overlays].flatMap(({ required = [] }) => required));
    const allOf = schema.allOf?.filter((part) => !isOnlyRequired(part)) ?? [];
    report(
      pointer,
      `required says ${[...names].join(", ")}, in place of a member of allOf that says nothing else`,
    );
    return { ...omit(schema, "allOf"), ...(allOf.length > 0 && { allOf }), required: [...names] };
  });

function isOnlyRequired(schema: Schema): boolean {
  return (
    schema.required !== undefined && Object.keys(schema).every((key) => key === "required" || key === "type")
  );
}
