import { isNever, type Schema } from "../../../scripts/generator/document/openapi.js";
import { componentName } from "../../../scripts/generator/document/references.js";
import { isMarked, isSilent, shapeOf, type Direction } from "./closed.js";
import { relax } from "./exceptions.js";
import { conjuncts, targetOf, type JsonSchema, type SchemaDocument, type Subschema } from "./json.js";
import { declaring, impliedType, limitsOf } from "./keywords.js";
import { selectionsOf } from "./selections.js";

/** `exact`: what a document allows. `typed`: as much of it as TypeScript can say, by the list of exceptions. */
export type Mode = "exact" | "typed";

/** Schemas of JSON Schema, made of those of a document as they hold in one direction. */
export interface Projection {
  /** Those made so far; a reference leads to one of them. */
  readonly definitions: Readonly<Record<string, JsonSchema>>;
  of(schema: Subschema): JsonSchema;
}

const NULL = { type: "null" };

/** What a member of a schema has around it. */
interface Surroundings {
  /** The properties that belong to the other direction. */
  readonly hidden: ReadonlySet<string>;
  /** What the index signature of a type takes in beside `additionalProperties`. */
  readonly others: readonly Subschema[];
  /** Whether nothing around it says anything of properties. */
  readonly isSilent: boolean;
  /** Whether a variant may have any property, as a type is judged by. */
  readonly isOpen: boolean;
  /** What is said of each property. */
  readonly occurrences: Occurrences;
}

const OPEN: Schema = { additionalProperties: true };

type Occurrences = ReadonlyMap<string, readonly Subschema[]>;

/** Keywords that hold schemas, or that OpenAPI has in a way of its own: they are translated, all others taken as they are. */
const TRANSLATED = new Set(
  (
    "$ref properties patternProperties additionalProperties items prefixItems allOf anyOf oneOf required nullable not " +
    "discriminator readOnly writeOnly minimum maximum exclusiveMinimum exclusiveMaximum"
  ).split(" "),
);

export function project(document: SchemaDocument, direction: Direction, mode: Mode): Projection {
  const is30 = document.openapi.startsWith("3.0");
  const isTyped = mode === "typed";
  const selections = selectionsOf(document);
  const definitions: Record<string, JsonSchema> = {};
  const names = new Map<string, string>();
  const wholes = new Map<string, Schema>();
  const ids = new Map<Subschema, number>();
  const idOf = (schema: Subschema): number => {
    const id = ids.get(schema) ?? ids.size;
    ids.set(schema, id);
    return id;
  };

  /**
   * The schema of a value: each is a definition, as it may hold itself.
   *
   * @param also what else is said of the same value, where a type has all of it in one
   */
  const of = (schema: Subschema, also: readonly Subschema[] = []): JsonSchema => {
    if (typeof schema === "boolean") return schema;
    const key = [schema, ...also].map(idOf).join(" ");
    const name = names.get(key) ?? `${mode}${names.size}`;
    if (!names.has(key)) {
      names.set(key, name);
      definitions[name] = define(schema, also);
    }
    return { $ref: `#/$defs/${name}` };
  };

  /** An object may have no properties but those that are described somewhere. */
  const define = (schema: Schema, also: readonly Subschema[]): JsonSchema => {
    const hidden = new Set([schema, ...also].flatMap((one) => [...hiddenIn(one)]));
    const shape = shapeOf(schema, document, hidden);
    const elsewhere = also.map((one) => shapeOf(one, document, hidden));
    const isOpen = [shape, ...elsewhere].some((one) => one.isOpen);
    const keys = [...shape.keys, ...elsewhere.flatMap((one) => [...one.keys])];
    const known = isTyped && !isOpen ? keys : [];
    const around: Surroundings = {
      hidden,
      others: isTyped
        ? [...[...shape.properties.values()].flat(), ...(shape.undeclared.size > 0 ? [true] : [])]
        : [],
      isSilent: shape.isSilent,
      isOpen: isTyped && shape.isOpen && !shape.isSilent,
      occurrences: isTyped ? shape.properties : occurrencesIn(schema),
    };
    return {
      allOf: [member(schema, around)],
      ...(known.length > 0 && { properties: Object.fromEntries(known.map((key) => [key, true])) }),
      ...(isTyped ? !isOpen && { additionalProperties: false } : { unevaluatedProperties: false }),
    };
  };

  /** What is said of each property, without what variants say. */
  const occurrencesIn = (schema: Subschema): Occurrences => {
    const found = new Map<string, Subschema[]>();
    for (const { properties = {} } of conjuncts(schema, document)) {
      for (const [name, one] of Object.entries(properties))
        found.set(name, [...(found.get(name) ?? []), one]);
    }
    return found;
  };

  /** A property, with all that is said of it around. */
  const property = (name: string, own: Subschema, { occurrences, isOpen }: Surroundings): JsonSchema => {
    const others = (occurrences.get(name) ?? []).filter((one) => one !== own);
    // Beside a variant that may have any property, TypeScript does not look for misspelt ones within properties.
    if (isOpen) return of(own, [...others, OPEN]);
    if (isTyped || others.length === 0) return of(own, others);
    const key = [own, ...others].map(idOf).join(" ");
    const whole = wholes.get(key) ?? { allOf: [own, ...others] as Schema[] };
    wholes.set(key, whole);
    return of(whole);
  };

  const hiddenIn = (schema: Subschema): ReadonlySet<string> => {
    const properties = [...conjuncts(schema, document)].flatMap((one) =>
      Object.entries(one.properties ?? {}),
    );
    const marked = properties.filter(([, property]) => isMarked(property, direction, document));
    return new Set(marked.map(([name]) => name));
  };

  const member = (raw: Subschema, around: Surroundings): JsonSchema => {
    if (typeof raw === "boolean") return raw;
    if (isNever(raw)) return false;
    const schema = isTyped ? relax(raw) : raw;
    const hidden = new Set([...around.hidden, ...hiddenIn(schema)]);
    const inner = (one: Subschema): JsonSchema => member(one, { ...around, hidden });
    const variant = (one: Subschema): JsonSchema => {
      const { discriminator } = schema;
      const occurrences = isTyped ? around.occurrences : joined(around.occurrences, occurrencesIn(one));
      const any = around.isSilent && isSilent(one, document) ? [{ additionalProperties: true }] : [];
      return {
        allOf: [
          member(one, { ...around, hidden, occurrences }),
          ...any,
          ...(discriminator ? [{ required: [discriminator.propertyName] }] : []),
        ],
      };
    };
    const { $ref, allOf = [], anyOf, oneOf, required } = schema;
    const target =
      $ref === undefined ? [] : [selected(componentName($ref)), inner(targetOf(schema, document) ?? {})];
    const own = {
      ...Object.fromEntries(
        Object.entries(schema).filter(([key]) => !TRANSLATED.has(key) && !key.startsWith("x-")),
      ),
      ...limitsOf(schema),
      ...impliedType(schema),
      ...(schema.not && !isTyped && { not: schema.not }),
      ...itemsOf(schema),
      ...propertiesOf(schema, { ...around, hidden }),
      ...(required && { required: required.filter((name) => !hidden.has(name)) }),
    };
    // OpenAPI 3.0 ignores what is beside a reference.
    if (is30 && $ref !== undefined) return orNull(schema, { allOf: target });
    return orNull(schema, {
      ...own,
      ...(around.isSilent &&
        !(oneOf ?? anyOf ?? $ref) &&
        isSilent(schema, document) && { additionalProperties: true }),
      allOf: [
        ...target,
        ...(isTyped || !required ? [] : [declaring(required, hidden)]),
        ...allOf.map(inner),
        ...(anyOf ? [{ anyOf: anyOf.map(variant) }] : []),
        ...(oneOf ? [{ [isTyped ? "anyOf" : "oneOf"]: oneOf.map(variant) }] : []),
      ],
    });
  };

  const propertiesOf = (
    { properties, patternProperties, additionalProperties: more }: Schema,
    around: Surroundings,
  ): object => {
    const { hidden, others } = around;
    const visible = Object.entries(properties ?? {}).filter(([name]) => !hidden.has(name));
    const named = properties && {
      properties: Object.fromEntries(visible.map(([name, one]) => [name, property(name, one, around)])),
    };
    if (!isTyped) {
      const patterns = Object.entries(patternProperties ?? {}).map(([key, one]) => [key, of(one)] as const);
      return {
        ...named,
        ...(patternProperties && { patternProperties: Object.fromEntries(patterns) }),
        ...(more !== undefined && { additionalProperties: of(more) }),
      };
    }
    const signatures = [...Object.values(patternProperties ?? {}), ...(more && more !== true ? [more] : [])];
    const isSigned = signatures.length > 0 && more !== true;
    return {
      ...named,
      ...(isSigned && { additionalProperties: { anyOf: [...signatures, ...others].map((one) => of(one)) } }),
    };
  };

  const itemsOf = ({ items, prefixItems }: Schema): object => ({
    ...(items !== undefined && { items: of(items) }),
    ...(prefixItems && { prefixItems: prefixItems.map((item) => of(item)) }),
  });

  const orNull = (schema: Schema, whole: JsonSchema): JsonSchema => {
    if (!is30 || schema.nullable !== true) return whole;
    // Beside a reference or an enum, `nullable` is meant but not said.
    const isSaid = schema.type !== undefined && schema.enum === undefined;
    return isTyped || isSaid ? { anyOf: [NULL, whole] } : whole;
  };

  /** What discriminators say of a component: it has the values that select it. */
  const selected = (name: string): JsonSchema => {
    const tags = [...(selections.get(name) ?? [])];
    return {
      properties: Object.fromEntries(tags.map(([property, values]) => [property, { enum: values }])),
      // One of several belongs to its own union alone.
      ...(tags.length === 1 && { required: tags.map(([property]) => property) }),
    };
  };

  return { definitions, of };
}

function joined(first: Occurrences, second: Occurrences): Occurrences {
  const all = new Map(first);
  for (const [name, more] of second) all.set(name, [...new Set([...(all.get(name) ?? []), ...more])]);
  return all;
}
