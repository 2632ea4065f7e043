import type { Discriminator, Schema } from "../../../scripts/generator/document/openapi.js";
import { schemaReference } from "../../../scripts/generator/document/references.js";
import type { SchemaDocument, Subschema } from "./json.js";
import type { Random } from "./random.js";
import { createSchemaMaker, type SchemaMaker } from "./schemas.js";

export interface RandomDocument extends SchemaDocument {
  readonly info: object;
  readonly paths: Readonly<Record<string, object>>;
}

/** Names of components: some are no names of types, or have one that TypeScript has too. */
const NAMES = ["Book", "api.v1.Shelf", "1st", "Error", "reading-room", "constructor", "Loan"];

/** A document of some components of every kind, each of which an operation takes and another returns. */
export function createDocument(random: Random): RandomDocument {
  const openapi = random.pick(["3.0.3", "3.1.0"]);
  const schemas: Record<string, Subschema> = {};
  const [objects, others]: [string[], string[]] = [[], []];
  const maker = createSchemaMaker(openapi, random, objects, others);
  const context = { schemas, objects, maker, random, is30: openapi.startsWith("3.0") };

  for (const name of NAMES) {
    const [kind, make] = random.pick(RECIPES);
    const schema = make(context, name);
    schemas[name] = schema;
    (kind === "object" ? objects : others).push(name);
  }
  const paths = Object.fromEntries(
    Object.keys(schemas).map((name, index) => {
      const schema = { $ref: schemaReference(name) };
      const content = { "application/json": { schema } };
      const created = { "201": { description: "It.", content } };
      return [
        `/case/v1/r${index}`,
        {
          get: { operationId: `getR${index}`, responses: { "200": { description: "It.", content } } },
          post: {
            operationId: `createR${index}`,
            requestBody: { required: true, content },
            responses: created,
          },
        },
      ];
    }),
  );
  return { openapi, info: { title: "Case", version: "1" }, paths, components: { schemas } };
}

interface Context {
  readonly schemas: Record<string, Subschema>;
  readonly objects: readonly string[];
  readonly maker: SchemaMaker;
  readonly random: Random;
  readonly is30: boolean;
}

type Recipe = readonly ["object" | "other", (context: Context, name: string) => Subschema];

const RECIPES: readonly [Recipe, ...Recipe[]] = [
  ["object", ({ maker }) => maker.object(0)],
  ["object", ({ maker, random }, name) => recursive(maker.object(0), name, random)],
  ["object", (context) => composed(context)],
  ["object", (context) => composed(context)],
  ["other", ({ maker }) => maker.value(0)],
  ["other", (context) => unionBeside(context)],
  ["other", (context, name) => discriminated(context, name)],
  ["other", (context, name) => discriminated(context, name)],
  ["object", (context, name) => base(context, name)],
];

function recursive(schema: Schema, name: string, random: Random): Schema {
  const self = { $ref: schemaReference(name) };
  const property = random.pick<Schema>([
    self,
    { type: "array", items: self },
    { type: "object", additionalProperties: self },
  ]);
  return { ...schema, properties: { ...schema.properties, [`self-${name}`]: property } };
}

/** All of an object and more: a member may require what another describes, or repeat it. */
function composed({ maker, random, objects }: Context): Schema {
  const first = random.any(objects);
  const inherited = first === undefined ? maker.object(1) : { $ref: schemaReference(first) };
  const own = maker.object(1);
  const requiring = { required: random.some(["id", "a-b", "state", "spec", "undeclared"], 35) };
  return random.pick<Schema>([
    { allOf: [inherited, own] },
    { allOf: [inherited, requiring] },
    { allOf: [inherited, own, requiring] },
    { ...own, allOf: [inherited] },
    { allOf: [inherited, {}] },
    { allOf: [inherited, { type: "object" }, own] },
    { allOf: [inherited], ...requiring },
  ]);
}

function unionBeside({ maker, random, objects }: Context): Schema {
  const variant = (): Schema => {
    const name = random.any(objects);
    return name !== undefined && random.chance(50) ? { $ref: schemaReference(name) } : maker.object(2);
  };
  const keyword = random.pick(["oneOf", "anyOf"] as const);
  const union = { [keyword]: [variant(), variant(), ...(random.chance(30) ? [variant()] : [])] };
  const own = maker.object(1);
  const names = Object.keys(own.properties ?? {});
  return random.pick<Schema>([
    union,
    { ...own, ...union },
    { allOf: [variant(), union] },
    { ...own, [keyword]: [...names.slice(0, 2).map((name) => ({ required: [name] })), variant()] },
  ]);
}

/** A union with a discriminator: its values are said in one of the ways that documents have. */
function discriminated({ maker, random, schemas, is30 }: Context, name: string): Schema {
  const propertyName = random.pick(["kind", "type-of"]);
  const isNumber = random.chance(15);
  const hasMapping = isNumber || random.chance(40);
  const ways = ["enum", "inherited", "referenced", "name", ...(is30 ? [] : ["const"])];
  const mapping: Record<string, string> = {};
  const variants = [1, 2].map((index): Schema => {
    const key = `${name}Kind${index}`;
    const value = `k${index}`;
    const way = random.any(ways);
    const said: Schema = hasMapping
      ? { type: isNumber ? "integer" : "string" }
      : way === "const"
        ? { const: value }
        : way === "name"
          ? { type: "string" }
          : { type: "string", enum: [value] };
    const own = maker.object(2);
    const required = random.chance(60) ? [...(own.required ?? []), propertyName] : (own.required ?? []);
    const isInherited = !hasMapping && way === "inherited";
    if (isInherited) schemas[`${key}Base`] = { type: "object", properties: { [propertyName]: said } };
    if (!hasMapping && way === "referenced") schemas[`${key}Value`] = said;
    const property = !hasMapping && way === "referenced" ? { $ref: schemaReference(`${key}Value`) } : said;
    const whole: Schema = {
      ...own,
      type: "object",
      ...(!isInherited && { properties: { ...own.properties, [propertyName]: property } }),
      ...(required.length > 0 && { required }),
    };
    if (!hasMapping && way === "enum" && random.chance(30)) return whole;
    schemas[key] = isInherited ? { allOf: [{ $ref: schemaReference(`${key}Base`) }, whole] } : whole;
    mapping[isNumber ? String(index) : `m${index}`] = random.chance(50) ? schemaReference(key) : key;
    return { $ref: schemaReference(key) };
  });
  const discriminator: Discriminator = { propertyName, ...(hasMapping && { mapping }) };
  const union: Schema = { oneOf: variants, discriminator };
  const isShared =
    random.chance(20) && variants.every(({ $ref }) => $ref !== undefined) && hasMapping && !isNumber;
  if (isShared) share(variants, schemas, name);
  return random.chance(20) ? { type: "array", items: union } : union;
}

/** A second union over the same variants, by another property. */
function share(variants: readonly Schema[], schemas: Record<string, Subschema>, name: string): void {
  const mapping: Record<string, string> = {};
  for (const [index, { $ref = "" }] of variants.entries()) {
    const key = $ref.split("/").at(-1) ?? "";
    const variant = schemas[key];
    if (typeof variant !== "object") continue;
    schemas[key] = { ...variant, properties: { ...variant.properties, use: { type: "string" } } };
    mapping[`use${index}`] = $ref;
  }
  schemas[`${name}ByUse`] = { oneOf: variants, discriminator: { propertyName: "use", mapping } };
}

/** A base with a discriminator, whose heirs have it through `allOf`. */
function base({ maker, random, schemas }: Context, name: string): Schema {
  const heirs = [`${name}Heir1`, `${name}Heir2`];
  const self = { $ref: schemaReference(name) };
  for (const heir of heirs) schemas[heir] = { allOf: [self, { ...maker.object(2), type: "object" }] };
  schemas[`${name}Any`] = {
    type: "object",
    properties: { it: { oneOf: heirs.map((heir) => ({ $ref: schemaReference(heir) })) } },
  };
  const mapping = Object.fromEntries(heirs.map((heir, index) => [`h${index}`, schemaReference(heir)]));
  const own = maker.object(2);
  return {
    ...own,
    type: "object",
    required: [...(own.required ?? []), "species"],
    properties: { ...own.properties, species: { type: "string" } },
    discriminator: { propertyName: "species", ...(random.chance(60) && { mapping }) },
  };
}
