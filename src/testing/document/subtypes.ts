import { leadTo, variantsIn } from "./cycles.js";
import { declarationOf, schemasOf, tagOf, withTag } from "./discriminators.js";
import { flatten } from "./flat-schema.js";
import type { Schema } from "./schema.js";

/** A schema that has a parent in its `allOf`, and its pointer. */
export interface Subtype {
  readonly schema: Schema;
  readonly pointer: readonly string[];
}

/**
 * The subtypes that a value of a parent can be. A parent has a discriminator, and no list of its variants: they have it in their
 * `allOf`. All of them, when the value does not say which one it is.
 *
 * @param parent may be flattened
 * @param holders the schemas that the parent is a part of: when one is a subtype, the value is known to be of this one
 */
export function subtypesFor(
  parent: Schema,
  value: object,
  holders: readonly Schema[] = [],
): readonly Subtype[] {
  const declaration = declarationOf(parent);
  if (!declaration || variantsIn(parent).length > 0) return [];
  const all = Object.entries(schemasOf(declaration.document))
    .filter(([, { allOf = [] }]) => leadTo(allOf, [declaration.schema]))
    .map(([name, schema]): Subtype => ({ schema, pointer: ["components", "schemas", name] }));
  const schemas = all.map(({ schema }) => schema);
  if (schemas.some((schema) => holders.includes(schema) || holders.includes(flatten(schema)))) return [];
  const tagged = withTag(parent, schemas, tagOf(parent, value));
  return tagged.length > 0 ? all.filter(({ schema }) => tagged.includes(schema)) : all;
}
