import { isOwnVariant, variantsIn } from "./cycles.js";
import { flatten, unionVariants } from "./flat-schema.js";
import type { LinkedDocument } from "./link-references.js";
import { referenceOf } from "./references.js";
import type { Discriminator, Schema } from "./schema.js";

/** Where a discriminator stands. */
export interface Declaration {
  /** The schema that has it. */
  readonly schema: Schema;
  readonly document: LinkedDocument;
}

/** By the discriminator object: a flattened schema has it from one of its parts, and nothing else that leads to its document. */
const declarations = new WeakMap<Discriminator, Declaration>();

export function noteDiscriminators(document: LinkedDocument): void {
  for (const schema of document.discriminated)
    if (schema.discriminator) declarations.set(schema.discriminator, { schema, document });
}

export function declarationOf({ discriminator }: Schema): Declaration | undefined {
  return discriminator && declarations.get(discriminator);
}

/** What the discriminator of a schema says in a value; undefined when it says nothing. */
export function tagOf({ discriminator }: Schema, value: unknown): unknown {
  if (!discriminator || typeof value !== "object" || value === null) return undefined;
  const { propertyName } = discriminator;
  return Object.hasOwn(value, propertyName)
    ? (value as Readonly<Record<string, unknown>>)[propertyName]
    : undefined;
}

/**
 * The values of the discriminator for a variant: those of the mapping and those that the variant lists itself, else the name of
 * its schema. A value that the mapping has is for the variant alone that it leads to.
 *
 * @param around the unions that the variant is in, beside the one at hand
 */
export function tagsFor(union: Schema, variant: Schema, around: readonly Schema[] = []): readonly unknown[] {
  const declaration = declarationOf(union);
  if (!union.discriminator || !declaration) return [];
  const { propertyName, mapping = {} } = union.discriminator;
  const mapped = Object.keys(mapping).filter((tag) => isTarget(declaration, mapping[tag] ?? "", variant));
  const {
    enum: values = [],
    const: only,
    "x-extensible-enum": open = [],
  } = flatten(flatten(variant).properties?.[propertyName] ?? {});
  const listed = [...values, ...open, ...(only === undefined ? [] : [only])];
  const name = nameOf(declaration, variant);
  const own = listed.length > 0 || mapped.length > 0 ? listed : name === undefined ? [] : [name];
  // A variant that is a union itself has the values of its own variants, too.
  const inner = variantsIn(flatten(variant))
    .filter((one) => one !== variant && !around.includes(one))
    .flatMap((one) => tagsFor(union, one, [...around, variant]));
  return [...mapped, ...own.filter((tag) => !isMapped(mapping, tag)), ...inner];
}

/** The variants of a union that a value of the discriminator stands for. */
export function withTag(union: Schema, variants: readonly Schema[], tag: unknown): readonly Schema[] {
  const tagged = variants.filter((variant) => tagsFor(union, variant).includes(tag));
  const declaration = declarationOf(union);
  if (!declaration || isMapped(union.discriminator?.mapping ?? {}, tag)) return tagged;
  // Where each variant lists the values of all, the names of the schemas decide.
  const named = tagged.filter((variant) => nameOf(declaration, variant) === tag);
  return named.length > 0 ? named : tagged;
}

/**
 * The variants of a union that a value can be, each as a schema with what they share: those of its tag; all of them when the value
 * does not say which one it is, or says one that is not known.
 */
export function variantsFor(union: Schema, value: unknown): readonly Schema[] {
  const merged = unionVariants(union);
  const tag = tagOf(union, value);
  if (tag === undefined) return merged;
  const variants = variantsIn(union).filter((variant) => !isOwnVariant(variant));
  const tagged = withTag(union, variants, tag);
  return tagged.length > 0 ? merged.filter((_, index) => tagged.includes(variants[index] ?? {})) : merged;
}

function isMapped(mapping: NonNullable<Discriminator["mapping"]>, tag: unknown): boolean {
  return typeof tag === "string" && Object.hasOwn(mapping, tag);
}

function isTarget({ document }: Declaration, reference: string, variant: Schema): boolean {
  const target = document.resolve(referenceOf(reference));
  // What stands beside a reference makes an `allOf` of the two.
  const parts = document.targets.has(variant) ? [] : (variant.allOf ?? []);
  return target === variant || parts.some((part) => part === target);
}

function nameOf({ document }: Declaration, variant: Schema): string | undefined {
  const referenced = document.targets.get(variant)?.split("/").at(-1);
  return referenced ?? Object.entries(schemasOf(document)).find(([, schema]) => schema === variant)?.[0];
}

export function schemasOf({ content }: LinkedDocument): Readonly<Record<string, Schema>> {
  const { components = {} } = content as {
    readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
  };
  return components.schemas ?? {};
}
