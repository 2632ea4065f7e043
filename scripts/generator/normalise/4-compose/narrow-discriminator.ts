import type { Schema } from "../../document/openapi.js";
import { omit } from "../../document/records.js";
import type { Report } from "../../document/fix.js";

/** What tells one arm of a union from the others: a property, and the values that it has in this arm. */
export interface VariantTag {
  readonly property: string;
  readonly values: readonly string[];
}

/**
 * Requires an arm's discriminator and closes it to the arm's own values. Documents often leave it open, as kinds may be
 * added; but what such a kind would be is another arm.
 */
export function narrowDiscriminator(
  name: string,
  schema: Schema,
  { property, values }: VariantTag,
  report: Report,
): Schema {
  const pointer = ["components", "schemas", name, "properties", property];
  report(pointer, `closed to ${values.join(", ")}, which tells this arm of a union from the others`);
  const declared = schema.properties?.[property];
  const kind: Schema = {
    ...omit(declared ?? {}, "x-extensible-enum", "nullable"),
    type: "string",
    enum: values,
  };
  const required = [...new Set([...(schema.required ?? []), property])];
  if (declared) return { ...schema, required, properties: { ...schema.properties, [property]: kind } };
  // Inherited through allOf, where other arms inherit it too; so that it is narrowed beside it.
  const narrowed: Schema = { type: "object", required: [property], properties: { [property]: kind } };
  return { ...schema, allOf: [...(schema.allOf ?? []), narrowed] };
}
