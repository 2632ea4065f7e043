import { omit } from "../../document/records.js";
import type { SchemaStage } from "../stage.js";

/** Replaces a union of one variant by that variant, unless a discriminator says that there may be more. */
export const unwrapSingleUnions: SchemaStage = (schema, pointer, { report }) => {
  if (schema.discriminator) return schema;
  return (["oneOf", "anyOf"] as const).reduce((outer, key) => {
    const [only, ...others] = outer[key] ?? [];
    if (!only || others.length > 0) return outer;
    report([...pointer, key], "a union of one variant becomes a member of allOf");
    return { ...omit(outer, key), allOf: [...(outer.allOf ?? []), only] };
  }, schema);
};
