import { NEVER, type Schema } from "../../document/openapi.js";
import { mapSchemas } from "../../document/schemas.js";
import type { DocumentStage } from "../stage.js";

/**
 * Spells out what OpenAPI 3.1 has short forms for: the schema `true` allows every value, as `{}` does, and `false` allows
 * none. A bare `null` among types, which YAML reads as no text, is the type of that name.
 */
export const spellOutSchemas: DocumentStage = (document) =>
  mapSchemas(document, (schema: Schema | boolean) => {
    if (typeof schema === "boolean") return schema ? {} : NEVER;
    const type: unknown = schema.type;
    if (type === null) return { ...schema, type: "null" };
    if (!Array.isArray(type) || !type.includes(null)) return schema;
    return { ...schema, type: type.map((name: string | null) => name ?? "null") };
  });
