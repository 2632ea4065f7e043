import { componentName } from "../../../scripts/generator/document/references.js";
import type { Schema } from "../../../scripts/generator/document/openapi.js";

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/** A schema as a document has it; OpenAPI 3.1 has `true` and `false` too. */
export type Subschema = Schema | boolean;

/** A schema of JSON Schema 2020-12, made of one of a document. */
export type JsonSchema = boolean | Readonly<Record<string, unknown>>;

/** A document, as far as its schemas are looked at. */
export interface SchemaDocument {
  readonly openapi: string;
  readonly components: { readonly schemas: Readonly<Record<string, Subschema>> };
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The component that a schema refers to. */
export function targetOf({ $ref }: Schema, { components }: SchemaDocument): Subschema | undefined {
  const name = $ref === undefined ? undefined : componentName($ref);
  return name !== undefined && Object.hasOwn(components.schemas, name) ? components.schemas[name] : undefined;
}

/** A schema, those that it refers to, and the members of their `allOf`: all that one value has to satisfy, but for unions. */
export function* conjuncts(schema: Subschema, document: SchemaDocument): Generator<Schema> {
  if (typeof schema === "boolean") return;
  yield schema;
  const target = targetOf(schema, document);
  if (target !== undefined) yield* conjuncts(target, document);
  for (const member of [...(schema.allOf ?? []), ...onlyVariants(schema)]) yield* conjuncts(member, document);
}

/** The variants that are alone in their union, or alone with null. */
function onlyVariants({ oneOf = [], anyOf = [] }: Schema): readonly Schema[] {
  return [oneOf, anyOf].flatMap((union) => {
    const variants = union.filter(({ type }) => type !== "null");
    return variants.length === 1 ? variants : [];
  });
}
