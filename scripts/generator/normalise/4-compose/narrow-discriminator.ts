import type { Report } from "../../document/fix.js";
import type { Schema } from "../../document/openapi.js";
import { omit } from "../../document/records.js";

/** What distinguishes a variant of a union from the others: a property, and the values that it has in this variant. */
export interface VariantTag {
  readonly property: string;
  readonly values: readonly string[];
}

/**
 * Requires the discriminator of a variant, and closes it to the values of this variant. Documents often leave it open,
 * since kinds may be added; but a new kind is another variant.
 */
export function narrowDiscriminator(
  name: string,
  schema: Schema,
  { property, values }: VariantTag,
  report: Report,
): Schema {
  const pointer = ["components", "schemas", name, "properties", property];
  report(
    pointer,
    `closed to ${values.join(", ")}, which distinguishes this variant of a union from the others`,
  );
  const declared = schema.properties?.[property];
  const kind: Schema = {
    ...omit(declared ?? {}, "x-extensible-enum", "nullable"),
    type: "string",
    enum: values,
  };
  const required = [...new Set([...(schema.required ?? []), property])];
  if (declared) return { ...schema, required, properties: { ...schema.properties, [property]: kind } };
  // Inherited through allOf, perhaps by other variants too: so the inherited property stays, and is narrowed beside it.
  const narrowed: Schema = { type: "object", required: [property], properties: { [property]: kind } };
  return { ...schema, allOf: [...(schema.allOf ?? []), narrowed] };
}
