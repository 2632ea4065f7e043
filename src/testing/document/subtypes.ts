import { leadTo, variantsIn } from "./cycles.js";
import { flatten } from "./flat-schema.js";
import type { OpenApiDocument } from "./read-document.js";
import { referenceOf } from "./references.js";
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
 * @param holders the schemas that the parent is a part of: when one is a subtype, the value is known to be of this one
 */
export function subtypesFor(
  document: OpenApiDocument,
  parent: Schema,
  value: object,
  holders: readonly Schema[] = [],
): readonly Subtype[] {
  if (!parent.discriminator || variantsIn(parent).length > 0) return [];
  const { propertyName, mapping = {} } = parent.discriminator;
  const all = Object.entries(schemasOf(document))
    .filter(([, { allOf = [] }]) => leadTo(allOf, [parent]))
    .map(([name, schema]): Subtype => ({ schema, pointer: ["components", "schemas", name] }));
  if (all.some(({ schema }) => holders.includes(schema))) return [];
  const tag = (value as Readonly<Record<string, unknown>>)[propertyName];
  const mapped = typeof tag === "string" && Object.hasOwn(mapping, tag) ? mapping[tag] : undefined;
  const target = mapped === undefined ? undefined : document.resolve(referenceOf(mapped));
  const chosen = all.filter(({ schema, pointer }) => {
    const { enum: values = [], const: only } = flatten(flatten(schema).properties?.[propertyName] ?? {});
    if (target !== undefined) return schema === target;
    return (
      pointer.at(-1) === tag || (tag !== undefined && schema !== parent && [...values, only].includes(tag))
    );
  });
  return chosen.length > 0 ? chosen : all;
}

function schemasOf({ content }: OpenApiDocument): Readonly<Record<string, Schema>> {
  const { schemas = {} } = (content.components ?? {}) as { readonly schemas?: Record<string, Schema> };
  return schemas;
}
