import { componentName } from "../../../scripts/generator/document/references.js";
import type { Discriminator, Schema } from "../../../scripts/generator/document/openapi.js";
import { conjuncts, type SchemaDocument, type Subschema } from "./json.js";

/** The values that select a component, by the discriminator's property. */
export type Selections = ReadonlyMap<string, ReadonlyMap<string, readonly unknown[]>>;

/**
 * The values of discriminators, read from a document as docs/generate.md says it: by the mapping, else by what the variant
 * says itself, else by its name. It is written a second time, without the generator, so that one checks the other.
 */
export function selectionsOf(document: SchemaDocument): Selections {
  const said = new Map<string, Map<string, Set<unknown>>>();
  const guessed = new Map<string, Map<string, Set<unknown>>>();
  const note = (name: string, { propertyName, mapping = {} }: Discriminator, as = name): void => {
    const mapped = Object.entries(mapping).flatMap(([value, target]) =>
      typeof target === "string" && (target === as || componentName(target) === as) ? [value] : [],
    );
    const values = mapped.length > 0 ? mapped : constantsOf(as, propertyName, document);
    const into = values ? said : guessed;
    const ofName = into.get(name) ?? new Map<string, Set<unknown>>();
    into.set(name, ofName);
    ofName.set(propertyName, new Set([...(ofName.get(propertyName) ?? []), ...(values ?? [as])]));
  };

  eachUnion(document, (discriminator, variants) => {
    for (const { $ref } of variants) if ($ref !== undefined) note(componentName($ref), discriminator);
  });
  for (const [base, schema] of Object.entries(document.components.schemas)) {
    if (typeof schema === "boolean" || !schema.discriminator || (schema.oneOf ?? schema.anyOf)) continue;
    for (const heir of heirsOf(base, document)) {
      note(heir, schema.discriminator);
      for (const later of heirsOf(heir, document)) {
        const isKnown =
          Object.values(schema.discriminator.mapping ?? {}).some(
            (target) => typeof target === "string" && [target, componentName(target)].includes(later),
          ) || constantsOf(later, schema.discriminator.propertyName, document);
        if (isKnown) note(heir, schema.discriminator, later);
      }
    }
  }
  return new Map(
    [...new Set([...said.keys(), ...guessed.keys()])].map((name) => [
      name,
      new Map(
        [...(guessed.get(name) ?? []), ...(said.get(name) ?? [])].map(([property, values]) => [
          property,
          typed([...values], property, document.components.schemas[name] ?? {}, document),
        ]),
      ),
    ]),
  );
}

function heirsOf(base: string, document: SchemaDocument): readonly string[] {
  return Object.keys(document.components.schemas).filter((name) => {
    const schema = document.components.schemas[name];
    if (name === base || typeof schema !== "object" || schema.$ref !== undefined) return false;
    return [...conjuncts(schema, document)].some(
      ({ $ref }) => $ref !== undefined && componentName($ref) === base,
    );
  });
}

/** The values that a component itself allows its discriminator; of several, its default or its name. */
function constantsOf(
  name: string,
  property: string,
  document: SchemaDocument,
): readonly unknown[] | undefined {
  const described = propertiesNamed(property, document.components.schemas[name] ?? {}, document);
  const all = described.flatMap((schema) => [...conjuncts(schema, document)]);
  const values = all.find((schema) => "const" in schema || schema.enum);
  const known =
    values && "const" in values ? [values.const] : values?.enum?.filter((value) => value !== null);
  const fallback = all.find((schema) => schema.default !== undefined)?.default;
  if (!known) return typeof fallback === "string" ? [fallback] : undefined;
  if (known.length < 2) return known;
  if (fallback !== undefined && known.includes(fallback)) return [fallback];
  return known.includes(name) ? [name] : known;
}

function propertiesNamed(
  property: string,
  schema: Subschema,
  document: SchemaDocument,
): readonly Subschema[] {
  return [...conjuncts(schema, document)].flatMap(({ properties = {} }) =>
    Object.hasOwn(properties, property) ? [properties[property] ?? {}] : [],
  );
}

/** A mapping has texts only: they are numbers where the property is one. */
function typed(
  values: readonly unknown[],
  property: string,
  schema: Subschema,
  document: SchemaDocument,
): readonly unknown[] {
  const described = propertiesNamed(property, schema, document).flatMap((one) => [
    ...conjuncts(one, document),
  ]);
  const isNumber = described.some(({ type }) => type === "integer" || type === "number");
  return isNumber ? [...new Set(values.map(Number))] : values;
}

/** Visits every union with a discriminator, at any depth. */
function eachUnion(
  document: SchemaDocument,
  visit: (discriminator: Discriminator, variants: readonly Schema[]) => void,
): void {
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { discriminator, oneOf, anyOf } = node as Schema;
    const variants = oneOf ?? anyOf;
    if (discriminator && Array.isArray(variants)) visit(discriminator, variants as readonly Schema[]);
    Object.values(node).forEach(walk);
  };
  walk(document);
}
