import type { Schema } from "./schema.js";

/**
 * A parent lists its variants, and each variant has the parent in its `allOf`: many generators write such documents. A
 * variant then takes the parent without its union, since it is one of the union already.
 */

/** Whether one of the schemas is another one, or holds it for the same value. */
export function leadTo(schemas: readonly Schema[], goals: readonly Schema[]): boolean {
  const seen = new Set<Schema>();
  const visit = (schema: Schema): boolean => {
    if (goals.includes(schema)) return true;
    if (seen.has(schema)) return false;
    seen.add(schema);
    return [...(schema.allOf ?? []), ...variantsIn(schema)].some(visit);
  };
  return schemas.some(visit);
}

export function variantsIn({ oneOf = [], anyOf = [] }: Schema): readonly Schema[] {
  return [...oneOf, ...anyOf];
}

/** Whether a union is a variant of itself, so that this variant says nothing. */
export function isOwnVariant(schema: Schema): boolean {
  const seen = new Set<Schema>();
  const visit = (variant: Schema): boolean => {
    if (variant === schema) return true;
    if (seen.has(variant)) return false;
    seen.add(variant);
    return variantsIn(variant).some(visit);
  };
  return variantsIn(schema).some(visit);
}

const UNION = /^(oneOf|anyOf|discriminator)$/;

const bare = new WeakMap<Schema, Schema>();

/** A part of an `allOf`, without its union when this leads back to what the part is in. */
export function partIn(part: Schema, holders: readonly Schema[]): Schema {
  if (!leadTo(variantsIn(part), holders)) return part;
  let without = bare.get(part);
  if (!without) {
    without = Object.fromEntries(Object.entries(part).filter(([keyword]) => !UNION.test(keyword)));
    bare.set(part, without);
  }
  return without;
}
