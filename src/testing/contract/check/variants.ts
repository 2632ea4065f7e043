import { isOwnVariant } from "../../document/cycles.js";
import type { Schema } from "../../document/schema.js";
import type { OpenApiDocument } from "../../document/read-document.js";
import { flatten } from "../../document/flat-schema.js";
import { isObject, type View } from "./spot.js";
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
  if (
    name !== undefined &&
    variants.some((variant) => namesOf(document, schema, variant.schema).length > 0)
  ) {
    return variants.filter((variant) => namesOf(document, schema, variant.schema).includes(name));
  }
  return variants.filter((variant) => problemOf(document, variant.schema, value) === undefined);
}

/** The values that the discriminator of a union may have; none when there is no telling. */
export function variantNames(document: OpenApiDocument, union: Schema): readonly string[] {
  return UNIONS.flatMap((keyword) => union[keyword] ?? []).flatMap((variant) =>
    namesOf(document, union, variant),
  );
}

/** What the discriminator of a union says in a value; undefined when there is none. */
export function discriminatorValue({ discriminator }: Schema, value: unknown): string | undefined {
  if (!discriminator || !isObject(value)) return undefined;
  const name = value[discriminator.propertyName];
  return typeof name === "string" ? name : undefined;
}

/** The values of the discriminator for a variant: those of the mapping and of the variant itself, else its schema's name. */
function namesOf(document: OpenApiDocument, { discriminator }: Schema, variant: Schema): readonly string[] {
  if (!discriminator) return [];
  const { propertyName, mapping = {} } = discriminator;
  const reference = document.targets.get(variant);
  const name = reference?.split("/").at(-1);
  const mapped = Object.entries(mapping).filter(([, target]) => target === reference || target === name);
  const {
    enum: values = [],
    const: only,
    "x-extensible-enum": open = [],
  } = flatten(flatten(variant).properties?.[propertyName] ?? {});
  const own = [...values, ...open, only].filter((value) => typeof value === "string");
  const names = [...mapped.map(([value]) => value), ...own];
  return names.length > 0 || name === undefined ? names : [name];
}
