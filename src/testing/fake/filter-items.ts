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

/**
 * Whether a resource is what a query asks for. A parameter that is named like a property asks for its value: `provider`,
 * `environment` for `environment.id`, `spec.network` or `status.phase` as it is written; `ANY` of several listed values for each.
 * One that is named like the prefix of a property, as `subjectPrefix`, asks for what its value begins with.
 */
export function matchesQuery(entry: Entry, schema: Schema, query: Query): boolean {
  const { pattern_type: pattern, resource_name: resource, ...others } = query;
  const isMatch = pattern === MATCH;
  if (isMatch && !hasPatternFor(resource, entry.item)) return false;
  return Object.entries(isMatch ? others : query).every(([name, wanted]) => {
    if (PAGING.has(name)) return true;
    const way = wayTo(schema, name);
    if (!way) return beginsAsAsked(entry, schema, name, wanted);
    const own = valueAt(entry.item, way);
    const isOwn = (one: unknown): boolean => own === one || String(own) === String(one);
    return [wanted].flat().some((one) => isOwn(one) || (one === ANY && isListed(schemaAt(schema, way))));
  });
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

/** Where a list is of names alone, they are the keys. A prefix may begin with a mark for all contexts of Schema Registry. */
function beginsAsAsked({ key, item }: Entry, schema: Schema, name: string, wanted: unknown): boolean {
  const [, member] = /^(.+?)(?:Prefix|_prefix)$/.exec(name) ?? [];
  if (member === undefined || typeof wanted !== "string") return true;
  const way = wayTo(schema, member);
  const own = way ? valueAt(item, way) : typeOf(flatten(schema)) === "string" ? key : undefined;
  return typeof own !== "string" || own.startsWith(wanted.replace(/^:\*:/, ""));
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
    if (items ?? oneOf ?? anyOf) return undefined;
    if (!properties) return way;
    // A reference is asked for by its id.
    if ("id" in properties) return [...way, "id"];
  }
  return undefined;
}

function propertyAt(schema: Schema, way: readonly string[]): Schema | undefined {
  return way.reduce<Schema | undefined>((holder, name) => holder && propertiesOf(holder)[name], schema);
}
