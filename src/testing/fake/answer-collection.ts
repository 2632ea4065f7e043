import { flatten, typeOf } from "../document/flat-schema.js";
import type { Schema } from "../document/schema.js";
import { listShapeOf, successOf, type Collection } from "./collections.js";
import { completeValue, isObject, type Json } from "./complete-value.js";
import { pathMembers, replacementsIn, type FakeAnswer, type FakeContext, type Target } from "./context.js";
import { checkNames, createResource } from "./create-resource.js";
import { matchesQuery } from "./filter-items.js";
import { schemaAt, valueAt, withValueAt } from "./keys.js";
import { pageMembers, pageOf } from "./list-page.js";
import { conflict } from "./refusal.js";
import type { Entry } from "./store.js";

export function answerList(context: FakeContext, { collection, path }: Target): FakeAnswer {
  const entries = matching(context, collection, path);
  const page = pageOf(context, entries);
  return {
    body: listBody(context, collection, page.items, (schema) => pageMembers(schema, page, context.url)),
  };
}

/** Deletes what a query asks for, and responds with it. */
export function answerDeleteMany(context: FakeContext, { collection, path }: Target): FakeAnswer {
  const entries = matching(context, collection, path);
  for (const { key } of entries) context.store.delete(path, key);
  if (!successOf(context.operation).content) return {};
  return { body: listBody(context, collection, entries, () => ({})) };
}

export function answerCreate(context: FakeContext, target: Target): FakeAnswer {
  const { content } = successOf(context.operation);
  const { value } = context.body;
  const given = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  const created = given.map((one) => createOne(context, target, isObject(one) ? one : {}));
  const bodies = created.map(({ item }) => item);
  const [first] = created;
  return {
    ...(content?.schema && {
      body: completeValue(content.schema, Array.isArray(value) ? bodies : bodies[0], {
        replace: replacementsIn(context),
      }),
    }),
    ...(first && { location: `${target.path}/${encodeURIComponent(first.key)}` }),
  };
}

function createOne(context: FakeContext, { collection, path }: Target, sent: Json): Entry {
  const { store, now } = context;
  const given = { ...sent, ...pathMembers(context, flatten(collection.item).properties ?? {}) };
  const { keyPath, item } = collection;
  const key = valueAt(given, keyPath);
  const isOwnKey = flatten(schemaAt(item, keyPath)).readOnly !== true;
  if (isOwnKey && typeof key === "string" && store.get(path, key)) throw conflict(`'${key}' already exists.`);
  checkNames(context.operation, given, store.entries(path));
  const options = { add: "service", now, replace: replacementsIn(context) } as const;
  return createResource({ collection, path, given, store, options });
}

/** Puts several resources in the place of those with their keys. */
export function answerReplaceMany(context: FakeContext, target: Target): FakeAnswer {
  const { content } = successOf(context.operation);
  const { collection, path } = target;
  const { value } = context.body;
  const given = (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter(isObject);
  const { store, now } = context;
  const options = { add: "service", now, replace: replacementsIn(context) } as const;
  const replaced = given.map((one) => createResource({ collection, path, given: one, store, options }).item);
  return {
    ...(content?.schema && {
      body: completeValue(content.schema, Array.isArray(value) ? replaced : replaced[0]),
    }),
  };
}

function matching(
  { store, parameters }: FakeContext,
  collection: Collection,
  path: string,
): readonly Entry[] {
  return store
    .entries(path)
    .map((entry) => withKey(entry, collection))
    .filter((entry) => matchesQuery(entry, collection.item, parameters.query));
}

/** A resource that says its key. */
export function withKey(entry: Entry, { keyPath, item }: Collection): Entry {
  if (keyPath.length === 0 || valueAt(entry.item, keyPath) !== undefined) return entry;
  const key = completeValue(schemaAt(item, keyPath), entry.key);
  return { ...entry, item: withValueAt(entry.item, keyPath, key) };
}

function listBody(
  { operation }: FakeContext,
  collection: Collection,
  entries: readonly Entry[],
  members: (schema: Schema) => Json,
): unknown {
  const schema = successOf(operation).content?.schema ?? {};
  const shape = listShapeOf(operation);
  const item = shape?.item ?? collection.item;
  const items = entries.map((entry) => [entry.key, itemOf(item, entry)] as const);
  if (shape?.kind === "map") return Object.fromEntries(items);
  const data = items.map(([, value]) => value);
  if (shape?.kind === "array") return data;
  return completeValue(schema, { ...members(schema), data });
}

/** A resource in a list, or its key alone where the list has no more. */
function itemOf(schema: Schema, { key, item }: Entry): unknown {
  const type = typeOf(flatten(schema));
  if (type === "integer" || type === "number") return Number.isFinite(Number(key)) ? Number(key) : 1;
  return type === "string" ? key : completeValue(schema, item, { secrets: false });
}
