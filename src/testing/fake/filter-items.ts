import { flatten, typeOf } from "../document/flat-schema.js";
import { propertiesOf } from "../document/properties.js";
import type { Schema } from "../document/schema.js";
import type { Json } from "./complete-value.js";
import { schemaAt, valueAt } from "./keys.js";
import type { Entry } from "./store.js";

/** Query parameters that say which page is wanted, not what is in it. */
const PAGING = new Set(["page_size", "page_token", "offset", "limit"]);

/** Values of parameters that are no values of resources: all of them, and in names of ACLs those that have a pattern for a name. */
const ANY = "ANY";
const MATCH = "MATCH";

type Query = Readonly<Record<string, unknown>>;

/** Whether a resource is one that is asked for. */
type Filter = (entry: Entry) => boolean;

/**
 * Tells whether a resource is what a query asks for. A parameter that is named like a property asks for its value: `provider`,
 * `environment` for `environment.id`, `spec.network` or `status.phase` as it is written; `ANY` of several listed values for each.
 * One that is named like the prefix of a property, as `subjectPrefix`, asks for what its value begins with.
 */
export function filterFor(schema: Schema, query: Query): Filter {
  const { pattern_type: pattern, resource_name: resource, ...others } = query;
  const isMatch = pattern === MATCH;
  const filters = Object.entries(isMatch ? others : query).flatMap(([name, wanted]): readonly Filter[] => {
    if (PAGING.has(name)) return [];
    const way = wayTo(schema, name);
    if (!way) return prefixFilter(schema, name, wanted);
    const values = new Set([wanted].flat().map(String));
    if (values.has(ANY) && isListed(schemaAt(schema, way))) return [];
    // Of several values, one is enough.
    return [({ item }) => [valueAt(item, way)].flat().some((one) => values.has(String(one)))];
  });
  if (isMatch) filters.push(({ item }) => hasPatternFor(resource, item));
  return (entry) => filters.every((isMeant) => isMeant(entry));
}

function isListed(schema: Schema): boolean {
  const { enum: values, "x-extensible-enum": open } = flatten(schema);
  return (values ?? open) !== undefined;
}

/** Whether an ACL is for a resource: it has its name, the beginning of its name, or is for all. */
function hasPatternFor(resource: unknown, { pattern_type: pattern, resource_name: name }: Json): boolean {
  if (typeof resource !== "string" || typeof name !== "string") return true;
  return pattern === "PREFIXED" ? resource.startsWith(name) : name === resource || name === "*";
}

/**
 * Where a list is of names alone, they are the keys, and so is what a mere `prefix` asks for. A prefix may begin with a mark for all
 * contexts of Schema Registry.
 */
function prefixFilter(schema: Schema, name: string, wanted: unknown): readonly Filter[] {
  const [, member] = /^(.+?)(?:Prefix|_prefix)$/.exec(name) ?? [];
  if (typeof wanted !== "string" || (member === undefined && name !== "prefix")) return [];
  const way = member === undefined ? undefined : wayTo(schema, member);
  if (!way && member !== undefined && typeOf(flatten(schema)) !== "string") return [];
  const prefix = wanted.replace(/^:\*:/, "");
  return [
    ({ key, item }) => {
      const own = way ? valueAt(item, way) : key;
      return typeof own !== "string" || own.startsWith(prefix);
    },
  ];
}

const ways = new WeakMap<Schema, Map<string, readonly string[] | undefined>>();

/** The way to the property that a query parameter asks for. */
export function wayTo(schema: Schema, name: string): readonly string[] | undefined {
  let known = ways.get(schema);
  if (!known) ways.set(schema, (known = new Map<string, readonly string[] | undefined>()));
  if (!known.has(name)) known.set(name, findWay(schema, name));
  return known.get(name);
}

function findWay(schema: Schema, name: string): readonly string[] | undefined {
  for (const way of [name.split("."), ["spec", ...name.split(".")]]) {
    const property = propertyAt(schema, way);
    if (!property) continue;
    const { properties, items, oneOf, anyOf } = flatten(property);
    if (oneOf ?? anyOf) return undefined;
    if (items) return typeOf(flatten(items)) === "object" ? undefined : way;
    if (!properties) return way;
    // A reference is asked for by its id.
    if ("id" in properties) return [...way, "id"];
  }
  return undefined;
}

function propertyAt(schema: Schema, way: readonly string[]): Schema | undefined {
  return way.reduce<Schema | undefined>((holder, name) => holder && propertiesOf(holder)[name], schema);
}
