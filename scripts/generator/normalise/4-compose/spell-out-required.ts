import { withoutAnnotations } from "../../document/annotations.js";
import { propertyOf } from "../../document/inherited.js";
import type { OpenApiDocument, Schema } from "../../document/openapi.js";
import { mapSchemas } from "../../document/schemas.js";
import type { DocumentStage } from "../stage.js";

/**
 * Copies properties into those variants of a union that only say `required`: without properties, a variant's type would
 * be an empty object, and would require nothing.
 */
export const spellOutRequired: DocumentStage = (document, { report }) =>
  mapSchemas(document, (schema, pointer) => {
    const complete = (holder: Schema): Schema =>
      (["oneOf", "anyOf"] as const).reduce((outer, key) => {
        const variants = outer[key];
        if (!variants?.some(isOnlyRequired)) return outer;
        const spelledOut = variants.map((variant) =>
          isOnlyRequired(variant) ? spellOut(variant, schema, document) : variant,
        );
        if (spelledOut.every((variant, index) => variant === variants[index])) return outer;
        report([...pointer, key], "variants that only say required get the properties that they require");
        return { ...outer, [key]: spelledOut };
      }, holder);
    const allOf = schema.allOf?.map(complete);
    return { ...complete(schema), ...(allOf && { allOf }) };
  });

/** Whether a schema requires something, and says nothing else. */
function isOnlyRequired(schema: Schema): boolean {
  const { type, required, ...more } = withoutAnnotations(schema);
  return required !== undefined && (type ?? "object") === "object" && Object.keys(more).length === 0;
}

function spellOut(variant: Schema, owner: Schema, document: OpenApiDocument): Schema {
  const found = (variant.required ?? []).flatMap((name): [string, Schema][] => {
    const property = propertyOf(owner, name, document);
    return property ? [[name, property]] : [];
  });
  return found.length === 0 ? variant : { ...variant, type: "object", properties: Object.fromEntries(found) };
}
