import { mapSchemas } from "../../document/schemas.js";
import type { DocumentStage } from "../stage.js";

/** Takes a schema that describes items for one of an array, although it names no type: that is what its author meant. */
export const inferArrays: DocumentStage = (document, { report }) =>
  mapSchemas(document, (schema, pointer) => {
    const { $ref, type, items, prefixItems } = schema;
    if (type !== undefined || $ref !== undefined || (items ?? prefixItems) === undefined) return schema;
    report(pointer, "an array, since it describes items");
    return { ...schema, type: "array" };
  });
