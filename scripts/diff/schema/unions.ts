import { typeName } from "../../generator/document/names.js";
import type { Schema } from "../../generator/document/openapi.js";
import { componentName, schemaReference } from "../../generator/document/references.js";
import { isRecord } from "../../generator/document/records.js";
import { recordOf, stableJson } from "../json.js";
import type { Reading } from "../read-document.js";
import { component, UNIONS, variantsOf, type Conjunction, type Located } from "./conjunction.js";
import { domainOf } from "./domain.js";

/** A choice between schemas. */
export interface Union {
  /** `discriminator` where that alone names the variants, and they inherit the schema. */
  readonly keyword: (typeof UNIONS)[number] | "discriminator";
  /** The property that distinguishes variants. Then the generated type has one more variant, for unknown kinds. */
  readonly discriminator: string | undefined;
  readonly variants: readonly Variant[];
  readonly pointer: Located["pointer"];
}

export interface Variant {
  readonly schema: Conjunction;
  /** The name of its schema, or its title. */
  readonly name: string | undefined;
  /** The discriminator's values that lead to it. */
  readonly tags: readonly string[];
}

export function unionsOf(part: Located, reading: Reading): readonly Union[] {
  const { schema, pointer } = part;
  const found = UNIONS.flatMap((keyword) => {
    const members = schema[keyword] ? variantsOf(part, keyword) : [];
    return members.length === 0 ? [] : [toUnion(keyword, members, schema, pointer, reading)];
  });
  return found.length > 0 ? found : heirsOf(part, reading);
}

function toUnion(
  keyword: Union["keyword"],
  members: readonly Located[],
  { discriminator }: Schema,
  pointer: Located["pointer"],
  reading: Reading,
): Union {
  const variants = members.map((member): Variant => {
    const name = nameOf(member.schema);
    if (!discriminator) return { schema: [member], name, tags: [] };
    const tags = tagsOf(member, discriminator, reading);
    return { schema: tagged(member, discriminator.propertyName, tags), name: name ?? tags[0], tags };
  });
  return { keyword, discriminator: discriminator?.propertyName, variants, pointer };
}

/** A discriminator without a union names the schemas that inherit this one: the value may be any of those. */
function heirsOf({ schema, pointer }: Located, reading: Reading): readonly Union[] {
  const { discriminator } = schema;
  if (!discriminator) return [];
  const heirs = new Map<string, string[]>();
  for (const [tag, target] of Object.entries(discriminator.mapping ?? {})) {
    const name = typeof target === "string" ? componentName(target) : undefined;
    if (name !== undefined && reading.document.components.schemas[name])
      heirs.set(name, [...(heirs.get(name) ?? []), tag]);
  }
  const variants = [...heirs].map(([name, tags]): Variant => {
    const member = component(schemaReference(name), reading);
    return {
      schema: tagged(member, discriminator.propertyName, tags),
      name: typeName(name),
      tags,
    };
  });
  return [{ keyword: "discriminator", discriminator: discriminator.propertyName, variants, pointer }];
}

type Discriminator = NonNullable<Schema["discriminator"]>;

/** By the mapping; else by what the variant says of itself; else, as OpenAPI has it, by its schema's name. */
function tagsOf(
  { schema, pointer }: Located,
  discriminator: Discriminator,
  reading: Reading,
): readonly string[] {
  const { propertyName, mapping = {} } = discriminator;
  const name = schema.$ref === undefined ? undefined : componentName(schema.$ref);
  const mapped = Object.keys(mapping).filter((tag) => {
    const target = mapping[tag];
    if (isRecord(target)) return stableJson(target) === stableJson(schema);
    return target !== undefined && (target === schema.$ref || target === name);
  });
  if (mapped.length > 0) return mapped.sort();
  const own = schema.$ref === undefined ? schema : component(schema.$ref, reading).schema;
  const property = own.properties?.[propertyName];
  const { list } = domainOf({ schema: property ?? {}, pointer }, () => false);
  const values = [...(list?.values.values() ?? [])].filter((value) => typeof value === "string");
  if (values.length > 0 && !(list?.isOpen === true && values.length > 1)) return values.sort();
  return name === undefined ? [] : [name];
}

const taggedSchemas = new WeakMap<Schema, Map<string, Conjunction>>();

/** A variant, with its discriminator closed to the values that lead to it. The same variant is the same conjunction. */
function tagged(member: Located, property: string, tags: readonly string[]): Conjunction {
  if (tags.length === 0) return [member];
  const known = taggedSchemas.get(member.schema) ?? new Map<string, Conjunction>();
  taggedSchemas.set(member.schema, known);
  const key = JSON.stringify([property, tags]);
  const tag: Schema = {
    required: [property],
    properties: { [property]: { type: "string", enum: tags } },
  };
  const conjunction = known.get(key) ?? [member, { schema: tag, pointer: member.pointer }];
  known.set(key, conjunction);
  return conjunction;
}

function nameOf(schema: Schema): string | undefined {
  if (schema.$ref !== undefined) return typeName(componentName(schema.$ref));
  const { title } = schema;
  return typeof title === "string" && title !== "" ? title : undefined;
}

/** The keys of a variant that only says which types or values are possible. */
const BARE = new Set(["type", "enum", "const", "x-extensible-enum", "nullable", "title", "description"]);

export function isBare(schema: Schema): boolean {
  return Object.keys(recordOf(schema)).every((key) => BARE.has(key));
}
