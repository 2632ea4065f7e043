import { inherited, propertyOf, withInherited } from "../../document/inherited.js";
import type { Discriminator, OpenApiDocument, Schema } from "../../document/openapi.js";
import { componentName, schemaReference } from "../../document/references.js";

/** What distinguishes a variant of a union from the others: a property, and the values that it has in this variant. */
export interface VariantTag {
  readonly property: string;
  readonly values: readonly unknown[];
}

/** The tags of each variant, by its name: one for each discriminator of the unions that it is a variant of. */
export type VariantTags = ReadonlyMap<string, readonly VariantTag[]>;

/** A value that selects a variant, and whether the document says so; OpenAPI's default is the schema's name. */
interface Selection {
  readonly values: readonly unknown[];
  readonly isSaid: boolean;
}

/**
 * Finds what distinguishes the variants of unions with a discriminator: those that a union lists, and those that inherit
 * from a schema with a discriminator. A mapping decides, else what the variant itself says of the property, and only if
 * neither says anything, the variant's name.
 */
export function variantTags(unions: readonly Schema[], document: OpenApiDocument): VariantTags {
  const { schemas } = document.components;
  const found = new Map<string, Map<string, Selection>>();

  const add = (name: string, { propertyName, mapping }: Discriminator): void => {
    const selected = select(name, propertyName, mapping, document);
    const ofVariant = found.get(name) ?? new Map<string, Selection>();
    found.set(name, ofVariant);
    const known = ofVariant.get(propertyName);
    // A name is a guess, which what another union says replaces.
    if (known && known.isSaid !== selected.isSaid) {
      ofVariant.set(propertyName, known.isSaid ? known : selected);
    } else {
      const values = [...new Set([...(known?.values ?? []), ...selected.values])];
      ofVariant.set(propertyName, { ...selected, values });
    }
  };

  for (const { discriminator, oneOf = [] } of unions) {
    for (const { $ref } of oneOf)
      if (discriminator && $ref !== undefined) add(componentName($ref), discriminator);
  }
  for (const [base, { discriminator, oneOf }] of Object.entries(schemas)) {
    if (!discriminator || oneOf) continue;
    for (const heir of heirsOf(base, document)) {
      // An heir that others inherit from has their values too.
      for (const name of [heir, ...heirsOf(heir, document)]) {
        const { values, isSaid } = select(name, discriminator.propertyName, discriminator.mapping, document);
        if (name === heir || isSaid) add(heir, withValues(discriminator, heir, values));
      }
    }
  }
  return new Map(
    [...found].map(([name, tags]) => [
      name,
      [...tags].map(([property, { values }]) => ({
        property,
        values: typed(name, property, values, document),
      })),
    ]),
  );
}

function withValues(discriminator: Discriminator, heir: string, values: readonly unknown[]): Discriminator {
  return {
    ...discriminator,
    mapping: Object.fromEntries(values.map((value) => [String(value), schemaReference(heir)])),
  };
}

/**
 * The components that inherit from one through `allOf`, directly or through others. One that was a reference with
 * constraints beside it is no kind of its own, but the same schema, constrained.
 */
function heirsOf(base: string, document: OpenApiDocument): readonly string[] {
  return Object.entries(document.components.schemas).flatMap(([name, schema]) => {
    if (name === base || schema.$ref !== undefined || schema["x-alias"]) return [];
    const ancestors = withInherited(schema, document);
    const isHeir = ancestors.some(({ $ref }) => $ref !== undefined && componentName($ref) === base);
    return isHeir ? [name] : [];
  });
}

function select(
  name: string,
  property: string,
  mapping: Discriminator["mapping"],
  document: OpenApiDocument,
): Selection {
  const mapped = mappedTo(name, mapping) ?? constantsOf(name, property, document);
  return mapped ? { values: mapped, isSaid: true } : { values: [name], isSaid: false };
}

/** The values that a mapping selects a variant by, if it has any. */
function mappedTo(name: string, mapping: Discriminator["mapping"] = {}): readonly string[] | undefined {
  const mapped = Object.entries(mapping).flatMap(([value, target]) =>
    typeof target === "string" && (target === name || componentName(target) === name) ? [value] : [],
  );
  return mapped.length > 0 ? mapped : undefined;
}

/** The values that a variant's own discriminator allows. Of several, its default or its name is the one that is meant. */
function constantsOf(
  name: string,
  property: string,
  document: OpenApiDocument,
): readonly unknown[] | undefined {
  const declared = propertyOf(document.components.schemas[name] ?? {}, property, document);
  if (!declared) return undefined;
  const values = inherited(declared, "enum", document) ?? inherited(declared, "x-extensible-enum", document);
  const fallback = inherited(declared, "default", document);
  const known = values?.filter((value) => value !== null) ?? [];
  const meant = [fallback, name].find((value) => known.some((other) => other === value));
  if (known.length > 1) return meant === undefined ? known : [meant];
  if (known.length === 1) return known;
  return typeof fallback === "string" ? [fallback] : undefined;
}

/** Values as the property has them: a mapping has only texts. */
function typed(
  name: string,
  property: string,
  values: readonly unknown[],
  document: OpenApiDocument,
): readonly unknown[] {
  const declared = propertyOf(document.components.schemas[name] ?? {}, property, document);
  const type = declared && inherited(declared, "type", document);
  if (type === "integer" || type === "number") {
    const numbers = values.map(Number).filter((value) => !Number.isNaN(value));
    return [...new Set(numbers)];
  }
  return type === "boolean" ? [...new Set(values.map((value) => String(value) === "true"))] : values;
}
