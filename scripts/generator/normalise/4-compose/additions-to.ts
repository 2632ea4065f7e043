import { inherited, propertyOf, requiredOf } from "../../document/inherited.js";
import type { OpenApiDocument, Schema } from "../../document/openapi.js";
import { omit } from "../../document/records.js";
import { withoutAnnotations } from "../../document/annotations.js";
import { stableJson } from "../6-merge/components.js";

/**
 * What a schema says beyond another that it stands beside in an `allOf`: nothing that the other says already, and no
 * examples. Where it says more of a property, the property is there in full, with what both say.
 */
export function beyond(schema: Schema, base: Schema, document: OpenApiDocument): Schema {
  const { properties = {}, items, required = [], ...said } = withoutAnnotations(schema);
  const baseItems = inherited(base, "items", document);
  const further = Object.entries(properties).flatMap(([name, property]): [string, Schema][] => {
    const known = propertyOf(base, name, document);
    const refined = known ? refine(known, property, document) : property;
    return refined ? [[name, refined]] : [];
  });
  const known = requiredOf(base, document);
  const unmet = required.filter((name) => !known.has(name));
  const element = items && baseItems ? refine(baseItems, items, document) : items;
  const news = Object.entries(said).filter(
    ([key, value]) => !isKnown(key as keyof Schema, value, base, document),
  );
  return {
    ...Object.fromEntries(news),
    ...(unmet.length > 0 && { required: unmet }),
    ...(further.length > 0 && { properties: Object.fromEntries(further) }),
    ...(element && { items: element }),
  };
}

function isKnown(key: keyof Schema, value: unknown, base: Schema, document: OpenApiDocument): boolean {
  const known = inherited(base, key, document);
  // A reference to an object does not always say that it is one.
  if (key === "type" && value === "object" && known === undefined) return true;
  return known !== undefined && stableJson(known) === stableJson(value);
}

/** A schema with what another says beyond it; undefined when that is nothing. */
function refine(base: Schema, schema: Schema, document: OpenApiDocument): Schema | undefined {
  const { properties, items, required, ...said } = beyond(schema, base, document);
  const isComposed = base.$ref ?? base.allOf ?? base.oneOf ?? base.anyOf;
  if (!properties && !items && !required && Object.keys(said).length === 0) return undefined;
  const needed = required && { required: [...new Set([...(base.required ?? []), ...required])] };
  if (isComposed === undefined) {
    return {
      ...base,
      ...said,
      ...needed,
      ...(properties && { properties: { ...base.properties, ...properties } }),
      ...(items && { items }),
    };
  }
  const more: Schema = {
    ...said,
    ...(properties && { type: "object", properties }),
    ...(items && { type: "array", items }),
  };
  const members = base.$ref === undefined ? (base.allOf ?? [omit(base, "description")]) : [base];
  return {
    ...(base.allOf ? base : {}),
    allOf: [...members, ...(Object.keys(more).length > 0 ? [more] : [])],
    ...needed,
  };
}
