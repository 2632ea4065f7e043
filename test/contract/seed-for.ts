import { omit } from "../../src/util/omit.js";
import { rolesOf } from "../../src/testing/fake/collections.js";
import { completeValue, type Json } from "../../src/testing/fake/complete-value.js";
import { wayTo } from "../../src/testing/fake/filter-items.js";
import { schemaAt, valueAt, withValueAt } from "../../src/testing/fake/keys.js";
import { flatten } from "../../src/testing/document/flat-schema.js";
import type { Schema } from "../../src/testing/document/schema.js";
import type { FakeConfluent } from "../../src/testing/index.js";
import type { CallParts } from "./calls.js";
import { documentOf, type DocumentedOperation } from "./document.js";

/**
 * The call as a fake takes it, which knows what it holds: its body says of the resource what its path says, a number is one,
 * and there is no page token, as the fake gave none.
 */
export function fittingCall(operation: DocumentedOperation, parts: CallParts): CallParts {
  const { segments } = operation;
  const { collectionAt } = rolesOf(documentOf(operation));
  const path = { ...parts.path };
  segments.forEach((segment, index) => {
    const [, name] = /^\{([^{}]*)\}$/.exec(segment) ?? [];
    const collection = name === undefined ? undefined : collectionAt(segments.slice(0, index));
    if (name === undefined || !collection) return;
    const own = index === segments.length - 1 ? valueAt(parts.body, collection.keyPath) : undefined;
    const key = completeValue(schemaAt(collection.item, collection.keyPath), own ?? path[name]);
    if (typeof key === "number" || own !== undefined) path[name] = String(key);
  });
  return { ...parts, path, query: omit(parts.query, ["page_token"]) };
}

/** Puts into a fake what the path of a call names, so that the call finds it. A resource that the call creates is none of it. */
export function seedFor(
  fake: FakeConfluent,
  operation: DocumentedOperation,
  { path, query, body }: CallParts,
): void {
  const { segments } = operation;
  const { collectionAt } = rolesOf(documentOf(operation));
  const parents: Record<string, string> = {};
  segments.forEach((segment, index) => {
    const [, name] = /\{([^{}]*)\}/.exec(segment) ?? [];
    if (name === undefined) return;
    const collection = collectionAt(segments.slice(0, index));
    const key = String(path[name]);
    if (
      collection &&
      (collection.operations.list ?? collection.operations.create ?? collection.operations.get)
    ) {
      const dotted = segments
        .slice(0, index)
        .filter((one) => !one.startsWith("{"))
        .map((one) => one.replace(/[^A-Za-z0-9]+(.)/g, (_, letter: string) => letter.toUpperCase()))
        .join(".");
      const keySchema = schemaAt(collection.item, collection.keyPath);
      const value = completeValue(keySchema, key);
      // What a change leaves as it is may not be another: some members are immutable.
      const isChanged = index === segments.length - 1 && operation.method === "PUT";
      const found = { ...(isChanged && shown(body, collection.item)), ...withQuery(query, collection.item) };
      const item = withValueAt(found, collection.keyPath, value);
      fake.seed(dotted as never, [collection.keyPath.length === 0 ? key : item] as never, { ...parents });
    }
    parents[name] = key;
  });
}

/** What a resource shows of a body: some members are written alone. */
function shown(body: unknown, schema: Schema): Json {
  const { properties = {} } = flatten(schema);
  return Object.fromEntries(Object.entries(body as Json).filter(([name]) => name in properties));
}

/** What a resource has to have for a query to find it. */
function withQuery(query: CallParts["query"], schema: Schema): Json {
  return Object.entries(query).reduce<Json>((item, [name, value]) => {
    const way = wayTo(schema, name);
    return way && typeof value === "string" ? withValueAt(item, way, value) : item;
  }, {});
}
