import type { Report } from "../../document/fix.js";
import type { Schema } from "../../document/openapi.js";
import { omit } from "../../document/records.js";
import type { VariantTag } from "./variant-tags.js";

/**
 * Closes the discriminators of a variant to its own values. Documents often leave them open, since kinds may be added; but
 * a new kind is another variant. A variant's only discriminator is required too; of several, each union needs its own.
 */
export function narrowDiscriminators(
  name: string,
  schema: Schema,
  tags: readonly VariantTag[],
  report: Report,
): Schema {
  return tags.reduce((narrowed, tag) => {
    // No value of the property's type selects it, so there is nothing to say of it.
    if (tag.values.length === 0) return narrowed;
    const pointer = ["components", "schemas", name, "properties", tag.property];
    report(
      pointer,
      `closed to ${tag.values.map(String).join(", ")}, which distinguishes this variant of a union from the others`,
    );
    return narrow(narrowed, tag, tags.length === 1);
  }, schema);
}

function narrow(schema: Schema, { property, values }: VariantTag, isRequired: boolean): Schema {
  const declared = schema.properties?.[property];
  const kind: Schema = {
    ...omit(declared ?? {}, "x-extensible-enum", "nullable", "$ref", "allOf"),
    type: typeOf(values),
    enum: values,
  };
  const added = isRequired ? [property] : [];
  const required = [...new Set([...(schema.required ?? []), ...added])];
  const needed = required.length > 0 && { required };
  if (declared) return { ...schema, ...needed, properties: { ...schema.properties, [property]: kind } };
  // Inherited through allOf, perhaps by other variants too: so the inherited property stays, and is narrowed beside it.
  const narrowed: Schema = {
    type: "object",
    ...(isRequired && { required: [property] }),
    properties: { [property]: kind },
  };
  return { ...schema, allOf: [...(schema.allOf ?? []), narrowed] };
}

function typeOf(values: readonly unknown[]): string {
  const [type = "string", ...others] = new Set(values.map((value) => typeof value));
  return others.length === 0 && (type === "number" || type === "boolean") ? type : "string";
}
