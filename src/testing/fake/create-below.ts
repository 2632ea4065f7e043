import { flatten } from "../document/flat-schema.js";
import { operationsOf } from "../document/operations.js";
import { parameterOf, rolesOf, successOf } from "./collections.js";
import { isObject, type Json } from "./complete-value.js";
import { createResource, type Creation } from "./create-resource.js";
import { keyPathIn, memberFor, withValueAt } from "./keys.js";

/**
 * Keeps what is sent with a new resource and has a path of its own below it: the configs of a topic are resources there, the
 * offsets of a connector are there once.
 *
 * @param creation the resource, with the key that it got
 */
export function createBelow({ collection, path, given, key, ...rest }: Required<Creation>): void {
  const { document, segments } = collection;
  const isBelow = (others: readonly string[], name: string): boolean =>
    others.length === segments.length + 2 &&
    segments.every((segment, index) => segment === others[index]) &&
    parameterOf(others.at(-2) ?? "") !== undefined &&
    others.at(-1) === name;
  for (const [name, value] of Object.entries(given)) {
    if (!Array.isArray(value)) continue;
    const place = `${path}/${encodeURIComponent(key)}/${name}`;
    const below = rolesOf(document).collections.find((one) => isBelow(one.segments, name));
    if (below && below.keyPath.length > 0) {
      for (const one of value.filter(isObject)) {
        const named = { ...one, ...inherited(below.segments, place, below.item) };
        createResource({ ...rest, collection: below, path: place, given: named });
      }
      continue;
    }
    const get = operationsOf(document).find((one) => one.method === "GET" && isBelow(one.segments, name));
    const schema = get && successOf(get).content?.schema;
    if (!schema || !(name in (flatten(schema).properties ?? {}))) continue;
    const way = keyPathIn(schema, parameterOf(get.segments.at(-2) ?? "") ?? "", segments.at(-1) ?? "");
    rest.store.setSingle(place, withValueAt({ [name]: value }, way, key));
  }
}

/** The members that say what a resource belongs to. */
function inherited(segments: readonly string[], path: string, item: Creation["collection"]["item"]): Json {
  const names = Object.keys(flatten(item).properties ?? {});
  const values = path.split("/");
  return Object.fromEntries(
    segments.flatMap((segment, index) => {
      const name = parameterOf(segment);
      if (name === undefined) return [];
      const own = names.includes(name) ? name : memberFor(segments[index - 1] ?? "", name, names);
      return own === undefined ? [] : [[own, decodeURIComponent(values[index] ?? "")]];
    }),
  );
}
