import { propertyOf } from "../../document/inherited.js";
import type { OpenApiDocument, Schema } from "../../document/openapi.js";
import { omit } from "../../document/records.js";
import { mapSchemas } from "../../document/schemas.js";
import { withoutAnnotations } from "../../document/annotations.js";
import type { FixDocument } from "../../document/fix.js";

/** A union of one is what is in it, save that a discriminator says that there may be more. */
export const unwrapSingleUnions: FixDocument = (document, report) =>
  mapSchemas(document, (schema, pointer) => {
    if (schema.discriminator) return schema;
    return (["oneOf", "anyOf"] as const).reduce((outer, key) => {
      const [only, ...others] = outer[key] ?? [];
      if (!only || others.length > 0) return outer;
      report([...pointer, key], `a choice of one is no choice: it stands in allOf`);
      return { ...omit(outer, key), allOf: [...(outer.allOf ?? []), only] };
    }, schema);
  });

/**
 * Gives the members of a union that only say `required` the properties that they require: as types of their own they
 * would be objects without properties, and say nothing.
 */
export const spellOutRequired: FixDocument = (document, report) =>
  mapSchemas(document, (schema, pointer) => {
    const complete = (holder: Schema): Schema =>
      (["oneOf", "anyOf"] as const).reduce((outer, key) => {
        const arms = outer[key];
        if (!arms?.some(isOnlyRequired)) return outer;
        const spelled = arms.map((arm) => (isOnlyRequired(arm) ? spellOut(arm, schema, document) : arm));
        if (spelled.every((arm, index) => arm === arms[index])) return outer;
        report(
          [...pointer, key],
          "members that only say required are given the properties that they require",
        );
        return { ...outer, [key]: spelled };
      }, holder);
    const allOf = schema.allOf?.map(complete);
    return { ...complete(schema), ...(allOf && { allOf }) };
  });

/** Whether a schema requires something, and says nothing else. */
export function isOnlyRequired(schema: Schema): boolean {
  const { type, required, ...more } = withoutAnnotations(schema);
  return required !== undefined && (type ?? "object") === "object" && Object.keys(more).length === 0;
}

function spellOut(arm: Schema, owner: Schema, document: OpenApiDocument): Schema {
  const found = (arm.required ?? []).flatMap((name): [string, Schema][] => {
    const property = propertyOf(owner, name, document);
    return property ? [[name, property]] : [];
  });
  return found.length === 0 ? arm : { ...arm, type: "object", properties: Object.fromEntries(found) };
}
