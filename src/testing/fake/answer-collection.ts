import { flatten, typeOf } from "../document/flat-schema.js";
import type { Schema } from "../document/schema.js";
import type { Collection } from "./collections.js";
import { listShapeOf } from "./list-shape.js";
import { successOf } from "./success.js";
import { completeValue, isObject, type Json } from "./complete-value.js";
import { replacementsIn, type FakeAnswer, type FakeContext, type Target } from "./context.js";
import { createNew } from "./create-new.js";
import { entriesOf } from "./kept-elsewhere.js";
import { withKey } from "./entry-key.js";
import { expandedItem } from "./expand-item.js";
import { filterFor } from "./filter-items.js";
import { latestOnly } from "./latest-only.js";
import { pageMembers, pageOf } from "./list-page.js";
import { checkedKey } from "./new-key.js";
import { conflict, Refusal } from "./refusal.js";
import { replaceResource } from "./save-resource.js";
import { remove, withDeleted, withoutDeleted } from "./soft-delete.js";
import type { Entry } from "./store.js";
import { resourceOf } from "./subject.js";

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
  for (const { key } of entries) remove(context, { collection, path }, key);
  if (!successOf(context.operation).content) return {};
  return { body: listBody(context, collection, entries, () => ({})) };
}

export function answerCreate(context: FakeContext, target: Target): FakeAnswer {
  const { content } = successOf(context.operation);
  const { value, declared } = context.body;
  const isMany = Array.isArray(value);
  const schema = itemIn(declared?.schema);
  const created = context.store.attempt(() =>
    isMany
      ? value.map((one: unknown, index) => createNew(context, target, one, { schema, way: [String(index)] }))
      : [createNew(context, target, value, { schema })],
  );
  const bodies = created.map(({ given, item }) => ({ ...given, ...item }));
  const [first] = created;
  return {
    ...(content?.schema && {
      body: completeValue(content.schema, isMany ? bodies : bodies[0], { replace: replacementsIn(context) }),
    }),
    ...(first && { location: `${target.path}/${encodeURIComponent(first.key)}` }),
  };
}

/** Puts several resources in the place of those with their keys: all of them, or none. */
export function answerReplaceMany(context: FakeContext, target: Target): FakeAnswer {
  const { content } = successOf(context.operation);
  const { value, declared } = context.body;
  const { collection } = target;
  const given = (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter(isObject);
  const schema = itemIn(declared?.schema);
  const wayTo = (index: number): readonly string[] => (Array.isArray(value) ? [String(index)] : []);
  const keys = given.map((one, index) => checkedKey(collection, one, wayTo(index)));
  const replaced = context.store.attempt(() =>
    given.map((one, index) => {
      const key = keys[index];
      // What does not say which one it is, is a new one.
      if (key === undefined) return createNew(context, target, one, { schema, way: wayTo(index) }).item;
      if (keys.indexOf(key) < index) throw conflict(`'${key}' is there twice.`);
      const subject = resourceOf(context, { ...target, key });
      if (!subject.current) throw new Refusal([404, 400], `${subject.name} does not exist.`);
      return replaceResource(context, subject, one, schema);
    }),
  );
  return {
    ...(content?.schema && {
      body: completeValue(content.schema, Array.isArray(value) ? replaced : replaced[0]),
    }),
  };
}

/** The schema of one of several. */
function itemIn(schema: Schema = {}): Schema {
  const flat = flatten(schema);
  return typeOf(flat) === "array" ? (flat.items ?? {}) : schema;
}

function matching(
  { store, parameters }: FakeContext,
  collection: Collection,
  path: string,
): readonly Entry[] {
  const { query } = parameters;
  const entries = entriesOf(store, collection, path, parameters.path);
  const asked = withDeleted(store, { collection, path }, entries, query)
    .map((entry) => withKey(entry, collection))
    .filter(filterFor(collection.item, withoutDeleted(collection, query)));
  return latestOnly(asked, query);
}

function listBody(
  context: FakeContext,
  collection: Collection,
  entries: readonly Entry[],
  members: (schema: Schema) => Json,
): unknown {
  const { operation } = context;
  const schema = successOf(operation).content?.schema ?? {};
  const shape = listShapeOf(operation);
  const item = shape?.item ?? collection.item;
  if (shape?.kind === "map")
    return Object.fromEntries(
      entries.map((entry) => [
        entry.key,
        expandedItem(context, collection, item, entry) ?? itemOf(item, entry),
      ]),
    );
  const data = entries.map((entry) => itemOf(item, entry));
  if (shape?.kind === "array") return data;
  return completeValue(schema, { ...members(schema), [shape?.member ?? "data"]: data });
}

/** A resource in a list, or its key alone where the list has no more. */
function itemOf(schema: Schema, { key, item }: Entry): unknown {
  const type = typeOf(flatten(schema));
  if (type === "integer" || type === "number") return Number.isFinite(Number(key)) ? Number(key) : 1;
  return type === "string" ? key : completeValue(schema, item, { secrets: false });
}
