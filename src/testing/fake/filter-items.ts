import { flatten } from "../document/flat-schema.js";
import { propertiesOf } from "../document/properties.js";
import type { Schema } from "../document/schema.js";
import { valueAt } from "./keys.js";
import type { Entry } from "./store.js";

/** Query parameters that say which page is wanted, not what is in it. */
const PAGING = new Set(["page_size", "page_token", "offset", "limit"]);

/**
 * Whether a resource is what a query asks for. A parameter that is named like a property asks for its value: `provider`,
 * `environment` for `environment.id`, `spec.network` or `status.phase` as it is written.
 */
export function matchesQuery(
  { item }: Entry,
  schema: Schema,
  query: Readonly<Record<string, unknown>>,
): boolean {
  return Object.entries(query).every(([name, wanted]) => {
    const way = PAGING.has(name) ? undefined : wayTo(schema, name);
    if (!way) return true;
    const own = valueAt(item, way);
    return [wanted].flat().some((one) => own === one || String(own) === String(one));
  });
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
