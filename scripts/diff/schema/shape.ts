import type { Direction } from "../../generator/document/directions.js";
import type { Schema } from "../../generator/document/openapi.js";
import { omit } from "../../generator/document/records.js";
import { stableJson } from "../json.js";
import type { Reading } from "../read-document.js";
import { expand, schemaAt, type Conjunction, type Located } from "./conjunction.js";
import { ANY, domainOf, join, meet, type Domain } from "./domain.js";
import { limitsOf, type Limits } from "./limits.js";
import { objectShapeOf, slotsOf, type ObjectShape, type Slot } from "./objects.js";
import { openEnumsOf } from "./open-enums.js";
import { isEveryString, plainPattern } from "./patterns.js";
import { isBare, unionsOf, type Union } from "./unions.js";
import { wordsOf, type Words } from "./words.js";

/** What a schema means in one direction, with nothing left of how it is written. */
export interface Shape extends Domain, ObjectShape {
  readonly pointer: Located["pointer"];
  /** The components that it is made of, by their keys. */
  readonly components: readonly string[];
  readonly formats: ReadonlySet<string>;
  readonly patterns: ReadonlySet<string>;
  readonly limits: Limits;
  readonly multiples: readonly number[];
  readonly isUnique: boolean;
  readonly slots: ReadonlyMap<string, Slot>;
  readonly unions: readonly Union[];
  readonly nots: readonly Located[];
  readonly conditions: readonly Located[];
  readonly defaults: ReadonlySet<string>;
  readonly xml: ReadonlySet<string>;
  readonly marks: ReadonlySet<"readOnly" | "writeOnly">;
  readonly isDeprecated: boolean;
  readonly words: Words;
}

/** Folds schemas that hold at once into one shape. */
export function fold(conjunction: Conjunction, direction: Direction, reading: Reading): Shape {
  const { parts, isNullable, components } = expand(conjunction, reading);
  const isOpen = openEnumsOf(reading, direction);
  const said = parts.map((part) => domainOf(part, isOpen)).reduce(meet, ANY);
  const { domain, unions, words } = foldUnions(
    said,
    parts.flatMap((part) => unionsOf(part, reading)),
    isOpen,
    reading,
  );
  const own = { ...domain, isNullable: isNullable || mayBeNull(domain, unions, isOpen, reading) };
  const texts = (key: "format" | "pattern"): ReadonlySet<string> =>
    new Set(parts.flatMap(({ schema }) => (typeof schema[key] === "string" ? [schema[key]] : [])));
  const jsons = (key: "default" | "xml"): ReadonlySet<string> =>
    new Set(nodes(parts).flatMap((node) => (node[key] === undefined ? [] : [stableJson(node[key])])));
  const located = (key: string): readonly Located[] =>
    parts.flatMap(({ schema, pointer }) => {
      return schemaAt((schema as Readonly<Record<string, unknown>>)[key], [...pointer, key]) ?? [];
    });
  const marks = (["readOnly", "writeOnly"] as const).filter((key) =>
    parts.some(({ schema }) => schema[key] === true),
  );
  return {
    pointer: conjunction[0]?.pointer ?? [],
    components,
    ...own,
    ...withOpenDiscriminators(objectShapeOf(parts, direction, reading), unions),
    formats: texts("format"),
    patterns: new Set([...texts("pattern")].filter((pattern) => !isEveryString(pattern)).map(plainPattern)),
    limits: limitsOf(parts, own),
    multiples: multiplesOf(parts, own),
    isUnique: parts.some(({ schema }) => schema.uniqueItems === true),
    slots: slotsOf(parts),
    unions,
    nots: located("not"),
    conditions: located("if"),
    defaults: jsons("default"),
    xml: jsons("xml"),
    marks: new Set(marks),
    isDeprecated: parts.some(({ schema }) => schema.deprecated === true),
    words: new Map([...wordsOf(parts), ...words]),
  };
}

/** Where a union alone says what is possible, its variants say whether null is. */
function mayBeNull(
  { types, isNullable }: Domain,
  unions: readonly Union[],
  isOpen: (part: Located) => boolean,
  reading: Reading,
): boolean {
  if (types || unions.length === 0) return isNullable;
  return unions.every(({ variants }) =>
    variants.some(({ schema }) => {
      const variant = expand(schema, reading);
      const inner = variant.parts.map((part) => domainOf(part, isOpen)).reduce(meet, ANY);
      return variant.isNullable || (inner.types !== undefined && inner.isNullable);
    }),
  );
}

interface FoldedUnions {
  readonly domain: Domain;
  readonly unions: readonly Union[];
  readonly words: Words;
}

/** A union whose variants only say types, or values, is a list of those. */
function foldUnions(
  domain: Domain,
  unions: readonly Union[],
  isOpen: (part: Located) => boolean,
  reading: Reading,
): FoldedUnions {
  const left: Union[] = [];
  const words = new Map<string, string>();
  let met = domain;
  for (const union of unions) {
    const variants = union.variants.map(({ schema }) => expand(schema, reading));
    const parts = variants.flatMap((variant) => variant.parts);
    const isPlain =
      !union.discriminator && parts.every(({ schema }) => isBare(schema) || isReference(schema));
    const joined = isPlain
      ? join(
          variants.map((variant) => {
            const inner = variant.parts.map((part) => domainOf(part, isOpen)).reduce(meet, ANY);
            return variant.isNullable ? { ...inner, isNullable: true } : inner;
          }),
        )
      : undefined;
    if (!joined) left.push(union);
    else {
      met = meet(met, joined);
      const texts = variants.map(({ parts: own }) => stableJson([...wordsOf(own)]));
      if (texts.some((text) => text !== "[]")) words.set("description of values", texts.sort().join());
    }
  }
  return { domain: met, unions: left, words };
}

function isReference(schema: Schema): boolean {
  return (
    schema.$ref !== undefined && Object.keys(schema).every((key) => key === "$ref" || key === "description")
  );
}

/** Where a union has a discriminator, the values listed beside the union only repeat those of the variants. */
function withOpenDiscriminators(shape: ObjectShape, unions: readonly Union[]): ObjectShape {
  const names = new Set(
    unions.flatMap(({ keyword, discriminator = "" }) => (keyword === "discriminator" ? [] : [discriminator])),
  );
  const properties = [...shape.properties].map(
    ([name, property]) => [name, names.has(name) ? property.map(withoutValues) : property] as const,
  );
  return { ...shape, properties: new Map(properties) };
}

const unlisted = new WeakMap<Schema, Schema>();

/** The same schema gives the same schema, as schemas are known by what they are. */
function withoutValues({ schema, pointer }: Located): Located {
  const known = unlisted.get(schema) ?? omit(schema, "enum", "const", "x-extensible-enum");
  unlisted.set(schema, known);
  return { schema: known, pointer };
}

/** Every whole number is a multiple of one. */
function multiplesOf(parts: readonly Located[], { types }: Domain): readonly number[] {
  const found = parts.flatMap(({ schema }) =>
    typeof schema.multipleOf === "number" ? [schema.multipleOf] : [],
  );
  const isWhole = types !== undefined && !types.has("number");
  return [...new Set(found.filter((multiple) => !(isWhole && multiple === 1)))].sort((a, b) => a - b);
}

function nodes(parts: readonly Located[]): readonly Readonly<Record<string, unknown>>[] {
  return parts.map(({ schema }) => schema as Readonly<Record<string, unknown>>);
}
