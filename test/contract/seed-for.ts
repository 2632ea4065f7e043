import { lookedUpIn } from "../../src/testing/fake/actions/look-up.js";
import { rolesOf, type Collection } from "../../src/testing/fake/collections.js";
import { completeValue, isObject, type Json } from "../../src/testing/fake/complete-value.js";
import { wayTo } from "../../src/testing/fake/filter-items.js";
import { keyFor } from "../../src/testing/fake/key-for.js";
import { schemaAt, valueAt, withValueAt } from "../../src/testing/fake/keys.js";
import { scalarOf } from "../../src/testing/fake/read-parameters.js";
import { flatten, typeOf } from "../../src/testing/document/flat-schema.js";
import type { Schema } from "../../src/testing/document/schema.js";
import { parameterOf } from "../../src/testing/document/path-template.js";
import { validValues } from "../../src/testing/document/valid-values.js";
import { violationsOf } from "../../src/testing/document/validator.js";
import type { FakeConfluent } from "../../src/testing/index.js";
import type { CallParts } from "./calls.js";
import { documentedAs, documentOf, type DocumentedOperation } from "./document.js";

/** The parts of a call that say which resource it is for. */
type Address = Pick<CallParts, "path" | "query" | "body">;

/** The call as a fake takes it, which knows what it holds: its body says of the resource what its path says, a number is one. */
export function fittingParts<Parts extends Address>(operation: DocumentedOperation, parts: Parts): Parts {
  const { segments } = operation;
  const { collectionAt } = rolesOf(documentOf(operation));
  const path = { ...parts.path };
  segments.forEach((segment, index) => {
    const name = parameterOf(segment);
    const collection = name === undefined ? undefined : collectionAt(segments.slice(0, index));
    if (name === undefined || !collection) return;
    const own = index === segments.length - 1 ? valueAt(parts.body, collection.keyPath) : undefined;
    const key = completeValue(schemaAt(collection.item, collection.keyPath), own ?? path[name]);
    if (typeof key === "number" || own !== undefined) path[name] = String(key);
  });
  return { ...parts, path };
}

/**
 * Puts into a fake what a call finds: what its path names, and what its query asks for. A resource that the call creates is
 * none of it.
 */
export function seedFor(
  fake: FakeConfluent,
  operation: DocumentedOperation,
  { path, query, body }: Address,
): void {
  const { segments } = operation;
  const { collectionAt, collectionOf, roleOf } = rolesOf(documentOf(operation));
  const parents: Record<string, string> = {};
  segments.forEach((segment, index) => {
    const [, name] = /\{([^{}]*)\}/.exec(segment) ?? [];
    if (name === undefined) return;
    const collection = collectionAt(segments.slice(0, index));
    const key = String(path[name]);
    const { list, create, get } = collection?.operations ?? {};
    if (collection && (list ?? create ?? get)) {
      const { item, keyPath } = collection;
      const value = completeValue(schemaAt(item, keyPath), key);
      // What a body says of immutable members has to be so already.
      const isChanged = index === segments.length - 1 && isObject(body);
      const found = { ...(isChanged && immutableIn(body, item)), ...asked(query, collection) };
      const items = keyPath.length === 0 ? [key] : [withValueAt(found, keyPath, value)];
      fake.seed(nameOf(collection) as never, items as never, { ...parents });
    }
    parents[name] = key;
  });
  const documented = documentedAs(operation);
  const lookedUp = lookedUpIn(documented);
  if (lookedUp && isObject(body)) {
    const { properties = {} } = flatten(lookedUp.item);
    const known = Object.fromEntries(Object.entries(body).filter(([name]) => name in properties));
    fake.seed(nameOf(lookedUp) as never, [known] as never, parents);
  }
  const collection = collectionOf(documented);
  if (!collection) return;
  const role = roleOf(documented);
  if (role === "list") fake.seed(nameOf(collection) as never, itemsFor(collection, query) as never, parents);
  if (role === "replace-many" && Array.isArray(body))
    fake.seed(nameOf(collection) as never, keysOf(collection, body) as never, parents);
}

/** The way to a collection's resources on a client. */
function nameOf({ segments }: Collection): string {
  return segments
    .filter((segment) => !segment.startsWith("{"))
    .map((segment) => segment.replace(/[^A-Za-z0-9]+(.)/g, (_, letter: string) => letter.toUpperCase()))
    .join(".");
}

/** Enough for two pages, and of every kind that the document has, with all that it shows. */
function itemsFor(collection: Collection, query: Address["query"]): readonly Json[] {
  const { item, keyPath } = collection;
  const kinds = validValues(item, { direction: "response", properties: "all" }).filter(isObject);
  return [...kinds, {}, {}].map((kind, index) => ({
    ...(keyPath.length === 0 ? numbered(kind, item, index) : without(kind, keyPath)),
    ...asked(query, collection, index),
  }));
}

/** What is replaced has to be there. */
function keysOf({ keyPath }: Collection, body: readonly unknown[]): readonly Json[] {
  return body
    .map((one) => valueAt(one, keyPath))
    .filter((key) => key !== undefined)
    .map((key) => withValueAt({}, keyPath, key));
}

/** Each gets a key of its own. */
function without(value: Json, [name, ...rest]: readonly string[]): Json {
  if (name === undefined) return value;
  const inner = value[name];
  return { ...value, [name]: rest.length > 0 && isObject(inner) ? without(inner, rest) : undefined };
}

/** Without a key, a text tells one from another: some lists repeat no item. */
function numbered(value: Json, schema: Schema, index: number): Json {
  const texts = Object.entries(flatten(schema).properties ?? {}).map(
    ([name, one]) => [name, flatten(one)] as const,
  );
  const [name, text] =
    texts.find(([, one]) => typeOf(one) === "string" && !one.enum && !one["x-extensible-enum"]) ?? [];
  return name === undefined ? value : { ...value, [name]: keyFor(text ?? {}, index) };
}

/** The members of a body that cannot be changed, at any depth. */
function immutableIn(body: Json, schema: Schema): Json {
  const { properties = {} } = flatten(schema);
  const members = Object.entries(body).flatMap(([name, value]): (readonly [string, unknown])[] => {
    const property = flatten(properties[name] ?? {});
    if (property["x-immutable"] === true) return [[name, value]];
    const inner = isObject(value) ? immutableIn(value, property) : {};
    return Object.keys(inner).length > 0 ? [[name, inner]] : [];
  });
  return Object.fromEntries(members);
}

/**
 * What a resource has to have for a query to find it, unless none can have it.
 *
 * @param index which of several values is taken
 */
function asked(query: Address["query"], { item, keyPath, document }: Collection, index = 0): Json {
  return Object.entries(query).reduce<Json>((found, [name, value]) => {
    const way = wayTo(item, name);
    const values = [value].flat();
    const isKey = way?.join(".") === keyPath.join(".");
    if (!way || (isKey && index >= values.length)) return found;
    const one: unknown = values[index % values.length];
    const schema = schemaAt(item, way);
    const own = typeof one === "string" ? scalarOf(one, schema) : one;
    const problems = violationsOf(own, { schema, document, direction: "response", place: name });
    return problems.length > 0 ? found : withValueAt(found, way, own);
  }, {});
}
