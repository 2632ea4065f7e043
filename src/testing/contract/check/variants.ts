import { isOwnVariant } from "../../document/cycles.js";
import type { Schema } from "../../document/schema.js";
import type { OpenApiDocument } from "../../document/read-document.js";
import { tagOf, tagsFor, withTag } from "../../document/discriminators.js";
import type { View } from "./spot.js";
import { problemOf } from "./violations.js";

export const UNIONS = ["oneOf", "anyOf"] as const;
type Union = (typeof UNIONS)[number];

/**
 * The variants of a union that a value is: the one that the discriminator names, whether the value fits it or not; else those
 * that the value fits.
 */
export function variantsOf(
  document: OpenApiDocument,
  { schema, pointer }: View,
  keyword: Union,
  value: unknown,
): readonly View[] {
  const variants = (schema[keyword] ?? [])
    .map((variant, index): View => ({ schema: variant, pointer: [...pointer, keyword, String(index)] }))
    .filter((variant) => !isOwnVariant(variant.schema));
  const name = discriminatorValue(schema, value);
  const schemas = variants.map((variant) => variant.schema);
  if (name !== undefined && schemas.some((variant) => tagsFor(schema, variant).length > 0)) {
    const tagged = withTag(schema, schemas, name);
    return variants.filter((variant) => tagged.includes(variant.schema));
  }
  return variants.filter((variant) => problemOf(document, variant.schema, value) === undefined);
}

/** The values that the discriminator of a union may have; none when there is no telling. */
export function variantNames(union: Schema): readonly string[] {
  return UNIONS.flatMap((keyword) => union[keyword] ?? [])
    .flatMap((variant) => tagsFor(union, variant))
    .filter((tag) => typeof tag === "string");
}

/** What the discriminator of a union says in a value; undefined when there is none. */
export function discriminatorValue(union: Schema, value: unknown): string | undefined {
  const tag = tagOf(union, value);
  return typeof tag === "string" ? tag : undefined;
}
