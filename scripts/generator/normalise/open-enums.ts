import { typeName } from "../document/names.js";
import type { Schema } from "../document/openapi.js";
import type { Pointer } from "../document/pointer.js";
import { omit } from "../document/records.js";
import { eachSchema, mapSchemas } from "../document/schemas.js";
import type { FixDocument } from "./fix.js";
import type { ReportedPart } from "./repeated-operations.js";

/**
 * Opens enums that a document closes though more values are to come. One such is an enum of a single value that is the
 * default as well: there is no need for a default where there is no choice.
 */
export const openSingleValueEnums: FixDocument = (document, report) =>
  mapSchemas(document, (schema, pointer) => {
    const [value, ...others] = schema.enum ?? [];
    if (typeof value !== "string" || others.length > 0 || schema.default !== value) return schema;
    report([...pointer, "enum"], `open: a default beside the only value says that there will be others`);
    return opened(schema);
  });

/**
 * Opens the enums of a fragment: the documentation that it is copied from shows an open enum as a closed one. Constants
 * stay, which is what a single value is that the service sets, and so does what tells the arms of a union apart.
 */
export const openFragmentEnums: FixDocument = (document, report) => {
  const kinds = new Set<string>();
  mapSchemas(document, (schema) => {
    if (schema.discriminator) kinds.add(schema.discriminator.propertyName);
    return schema;
  });
  return mapSchemas(document, (schema, pointer) => {
    if (!schema.enum?.every((value) => typeof value === "string")) return schema;
    const isProperty = pointer.at(-2) === "properties";
    const isConstant =
      schema.enum.length === 1 &&
      (schema.readOnly === true || (isProperty && kinds.has(pointer.at(-1) ?? "")));
    if (isConstant) return schema;
    report([...pointer, "enum"], "open: the documentation shows open enums as closed ones");
    return opened(schema);
  });
};

/**
 * Opens the enums that another document of the same service has open: documents copy each other's schemas, and one of
 * them may be behind. The same schema is one of the same name, with the same values in the same place. A document of
 * another service has no say: types must not change with what else is read.
 */
export function openSharedEnums(parts: readonly ReportedPart[]): readonly ReportedPart[] {
  if (parts.length < 2) return parts;
  const open = new Set<string>();
  for (const { document } of parts) {
    for (const [key, schema] of Object.entries(document.components.schemas)) {
      const note = ({ "x-extensible-enum": values }: Schema, pointer: Pointer): void => {
        if (values) open.add(enumId(pointer, values));
      };
      eachSchema(schema, note, ["components", "schemas", key]);
    }
  }
  return parts.map((part) => ({
    ...part,
    document: mapSchemas(part.document, (schema, pointer) => {
      const { enum: values } = schema;
      if (!values || pointer[1] !== "schemas" || !open.has(enumId(pointer, values))) return schema;
      part.report([...pointer, "enum"], "open: another document of the service says so of the same schema");
      return opened(schema);
    }),
  }));
}

function enumId([, , key = "", ...place]: Pointer, values: readonly unknown[]): string {
  return JSON.stringify([typeName(key), place, values.map(String).sort()]);
}

function opened(schema: Schema): Schema {
  return { ...omit(schema, "enum"), "x-extensible-enum": schema.enum ?? [] };
}
