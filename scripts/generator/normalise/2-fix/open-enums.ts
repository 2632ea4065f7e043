import type { Schema } from "../../document/openapi.js";
import { omit } from "../../document/records.js";
import { mapSchemas } from "../../document/schemas.js";
import type { DocumentStage, SchemaStage } from "../stage.js";

/**
 * Opens an enum of a single value that is also the default. Where there is no choice, a default has no purpose: it says
 * that more values are to come.
 */
export const openSingleValueEnums: SchemaStage = (schema, pointer, { report }) => {
  const [value, ...others] = schema.enum ?? [];
  if (typeof value !== "string" || others.length > 0 || schema.default !== value) return schema;
  report([...pointer, "enum"], `open: a default beside the only value says that there will be others`);
  return openEnum(schema);
};

/**
 * Opens the enums of a fragment, since the documentation that it is copied from shows open enums as closed ones. Two kinds
 * stay closed: a single value that only the service sets, which is a constant, and the discriminator of a union's variant.
 */
export const openFragmentEnums: DocumentStage = (document, { report }) => {
  const discriminators = new Set<string>();
  mapSchemas(document, (schema) => {
    if (schema.discriminator) discriminators.add(schema.discriminator.propertyName);
    return schema;
  });
  return mapSchemas(document, (schema, pointer) => {
    if (!schema.enum?.every((value) => typeof value === "string")) return schema;
    const isDiscriminator = pointer.at(-2) === "properties" && discriminators.has(pointer.at(-1) ?? "");
    const isConstant = schema.enum.length === 1 && (schema.readOnly === true || isDiscriminator);
    if (isConstant) return schema;
    report([...pointer, "enum"], "open: the documentation shows open enums as closed ones");
    return openEnum(schema);
  });
};

/** A schema whose values are those that are known today. */
export function openEnum(schema: Schema): Schema {
  return { ...omit(schema, "enum"), "x-extensible-enum": schema.enum ?? [] };
}
