import type { Schema } from "./openapi.js";

/** The only value that a schema allows, as text; undefined if there are others. */
export function fixedValue({ const: constant, enum: values = [constant] }: Schema): string | undefined {
  const [value, ...others] = values;
  return others.length === 0 && ["string", "number", "boolean"].includes(typeof value)
    ? String(value)
    : undefined;
}
