import type { Schema } from "../../generator/document/openapi.js";
import type { Pointer } from "../../generator/document/pointer.js";
import { isRecord, omit } from "../../generator/document/records.js";
import { componentName } from "../../generator/document/references.js";
import { listOf } from "../json.js";
import type { Reading } from "../read-document.js";

/** A schema, and where it stands in its document. */
export interface Located {
  readonly schema: Schema;
  readonly pointer: Pointer;
}

/** Schemas that hold at once: most often one; several where `allOf` says of a property in two places. */
export type Conjunction = readonly Located[];

/** Everything that a conjunction says, with references and `allOf` resolved. */
export interface Expansion {
  readonly parts: readonly Located[];
  /** Whether null is said to be possible beside a reference or a union, which say nothing of it. */
  readonly isNullable: boolean;
  /** The components that it is made of. */
  readonly components: readonly string[];
}

/** The keywords of unions. */
export const UNIONS = ["oneOf", "anyOf"] as const;

const NEVER: Schema = { not: {} };
const ALWAYS: Schema = {};

/** Keys that count beside a `$ref` in OpenAPI 3.0 too: they are about the place, and generators write and read them. */
const BESIDE_REFERENCE = new Set([
  "$ref",
  "title",
  "description",
  "example",
  "deprecated",
  "readOnly",
  "writeOnly",
  "default",
]);

/** A schema where JSON Schema has one; `true` and `false` are schemas as well. */
export function schemaAt(value: unknown, pointer: Pointer): Located | undefined {
  if (value === true) return { schema: ALWAYS, pointer };
  if (value === false) return { schema: NEVER, pointer };
  return isRecord(value) ? { schema: value, pointer } : undefined;
}

function schemasIn(value: unknown, pointer: Pointer): readonly Located[] {
  return listOf(value).flatMap((item, index) => schemaAt(item, [...pointer, String(index)]) ?? []);
}

export function expand(conjunction: Conjunction, reading: Reading): Expansion {
  const parts: Located[] = [];
  const seen = new Set<Schema>();
  const components: string[] = [];
  let isNullable = false;

  const add = ({ schema, pointer }: Located): void => {
    if (seen.has(schema)) return;
    seen.add(schema);
    const own = besideReference(schema, reading);
    const { $ref } = own;
    const only = onlyVariant({ schema: own, pointer });
    if (only.isNullable || (own.nullable === true && isComposed(own))) isNullable = true;
    parts.push({ schema: only.rest, pointer });
    if ($ref !== undefined) {
      components.push(componentName($ref));
      add(component($ref, reading));
    }
    for (const member of schemasIn(own.allOf, [...pointer, "allOf"])) add(member);
    for (const variant of only.variants) add(variant);
  };
  conjunction.forEach(add);
  return { parts, isNullable, components };
}

export function component(reference: string, reading: Reading): Located {
  const name = componentName(reference);
  const schema = reading.document.components.schemas[name] ?? ALWAYS;
  return { schema, pointer: ["components", "schemas", name] };
}

function besideReference(schema: Schema, { holdsBesideReferences }: Reading): Schema {
  if (schema.$ref === undefined || holdsBesideReferences) return schema;
  return Object.fromEntries(
    Object.entries(schema).filter(([key]) => BESIDE_REFERENCE.has(key) || key.startsWith("x-")),
  );
}

function isComposed({ $ref, allOf, anyOf, oneOf }: Schema): boolean {
  return ($ref ?? allOf ?? anyOf ?? oneOf) !== undefined;
}

interface OnlyVariant {
  readonly rest: Schema;
  readonly variants: readonly Located[];
  readonly isNullable: boolean;
}

/** A choice between one schema and null is that schema, which may be null; a choice of one is no choice. */
function onlyVariant({ schema, pointer }: Located): OnlyVariant {
  let rest = schema;
  let isNullable = false;
  const variants: Located[] = [];
  for (const key of UNIONS) {
    if (!schema[key]) continue;
    const others = variantsOf({ schema, pointer }, key);
    if (others.length < schema[key].length) isNullable = true;
    if (others.length > 1 || schema.discriminator) continue;
    variants.push(...others);
    rest = omit(rest, key);
  }
  return { rest, variants, isNullable };
}

/** The members of a union, null aside. */
export function variantsOf({ schema, pointer }: Located, key: (typeof UNIONS)[number]): readonly Located[] {
  return schemasIn(schema[key], [...pointer, key]).filter((member) => !isNull(member.schema));
}

function isNull(schema: Schema): boolean {
  const { type, enum: values } = schema;
  if ("const" in schema && schema.const === null) return true;
  const isNullType = type === "null" || (Array.isArray(type) && type.length === 1 && type[0] === "null");
  return isNullType || (values?.length === 1 && values[0] === null);
}
