import type { Schema } from "../../generator/document/openapi.js";
import { listOf, stableJson } from "../json.js";
import type { Located } from "./conjunction.js";

/** Values that a schema lists, by their JSON; in an open list others are possible too. */
export interface ValueList {
  readonly values: ReadonlyMap<string, unknown>;
  readonly isOpen: boolean;
}

/** Which types and values a schema lets through, however that is written. */
export interface Domain {
  /** Null aside; undefined where any type will do. */
  readonly types: ReadonlySet<string> | undefined;
  readonly isNullable: boolean;
  readonly list: ValueList | undefined;
}

export const ANY: Domain = { types: undefined, isNullable: true, list: undefined };

/** Keywords that only make sense for a type, which documents often leave unsaid. */
const IMPLIED: Readonly<Record<string, readonly string[]>> = {
  object: [
    "properties",
    "additionalProperties",
    "patternProperties",
    "required",
    "minProperties",
    "maxProperties",
  ],
  array: ["items", "prefixItems", "minItems", "maxItems", "uniqueItems", "contains"],
  string: ["pattern", "minLength", "maxLength"],
};

/** @param isOpen whether the enum of a schema is open, though the document closes it */
export function domainOf({ schema, pointer }: Located, isOpen: (part: Located) => boolean): Domain {
  const said = schema.type === undefined ? undefined : [schema.type].flat();
  const known = schema["x-extensible-enum"];
  const values = known ?? ("const" in schema ? [schema.const] : schema.enum);
  const isNullable =
    schema.nullable === true || [...(said ?? [])].includes("null") || listOf(values).includes(null);
  const list = values && {
    values: new Map(values.filter((value) => value !== null).map((value) => [stableJson(value), value])),
    isOpen: known !== undefined || (schema.enum !== undefined && isOpen({ schema, pointer })),
  };
  const types = said?.filter((type) => type !== "null") ?? impliedTypes(schema);
  if (!types && !list) return ANY;
  return fit({ types: types && new Set(types), isNullable, list });
}

/** What two schemas let through that hold at once. */
export function meet(one: Domain, other: Domain): Domain {
  if (one === ANY) return other;
  if (other === ANY) return one;
  return fit({
    types: meetTypes(one.types, other.types),
    isNullable: one.isNullable && other.isNullable,
    list: meetLists(one.list, other.list),
  });
}

/**
 * What either of several lets through, where that can be said as one domain: types, or values. Values beside their own
 * type are an open list. Undefined where the types' keywords would be mixed up.
 */
export function join(domains: readonly Domain[]): Domain | undefined {
  const lists = domains.filter(({ list }) => list);
  const plain = domains.filter(({ list }) => !list);
  if (plain.some(({ types }) => !types)) return undefined;
  const types = new Set(domains.flatMap((domain) => [...(domain.types ?? [])]));
  const isNullable = domains.some((domain) => domain.isNullable);
  if (lists.length === 0) return { types, isNullable, list: undefined };
  const open = new Set(plain.flatMap((domain) => [...(domain.types ?? [])]));
  if (plain.length > 0 && ![...types].every((type) => open.has(type))) return undefined;
  const values = new Map(lists.flatMap(({ list }) => [...(list?.values ?? [])]));
  const isOpen = plain.length > 0 || lists.some(({ list }) => list?.isOpen === true);
  return { types, isNullable, list: { values, isOpen } };
}

/** A closed list says the types of its values, and types say which values are possible. */
function fit({ types, isNullable, list }: Domain): Domain {
  if (!list || list.isOpen) return { types, isNullable, list };
  const values = new Map([...list.values].filter(([, value]) => !types || covers(types, typeOf(value))));
  return {
    types: new Set([...values.values()].map(typeOf)),
    isNullable,
    list: { values, isOpen: false },
  };
}

function meetTypes(one: Domain["types"], other: Domain["types"]): Domain["types"] {
  if (!one || !other) return one ?? other;
  const common = [...one].filter((type) => covers(other, type));
  return new Set([...common, ...[...other].filter((type) => covers(one, type))]);
}

/** Whether a value of a type is of one of several. */
export function covers(types: ReadonlySet<string>, type: string): boolean {
  return types.has(type) || (type === "integer" && types.has("number"));
}

function meetLists(one: ValueList | undefined, other: ValueList | undefined): ValueList | undefined {
  if (!one || !other) return one ?? other;
  if (one.isOpen && other.isOpen) return { values: new Map([...one.values, ...other.values]), isOpen: true };
  const [closed, filter] = one.isOpen ? [other, undefined] : [one, other.isOpen ? undefined : other];
  const values = filter ? [...closed.values].filter(([key]) => filter.values.has(key)) : closed.values;
  return { values: new Map(values), isOpen: false };
}

function impliedTypes(schema: Schema): readonly string[] | undefined {
  const implied = Object.keys(IMPLIED).filter((type) => IMPLIED[type]?.some((keyword) => keyword in schema));
  return implied.length === 1 ? implied : undefined;
}

export function typeOf(value: unknown): string {
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value;
}
