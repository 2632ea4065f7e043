import { flatten, typeOf } from "../document/flat-schema.js";
import type { Schema } from "../document/schema.js";
import { placeOf } from "../document/validator.js";
import { listShapeOf, successOf, type Collection } from "./collections.js";
import { completeValue, isObject, type Json } from "./complete-value.js";
import {
  pathMembers,
  queryMembers,
  replacementsIn,
  type FakeAnswer,
  type FakeContext,
  type Target,
} from "./context.js";
import { createBelow } from "./create-below.js";
import { checkNames, createResource } from "./create-resource.js";
import { withKey } from "./entry-key.js";
import { matchesQuery } from "./filter-items.js";
import { formatPointer } from "../document/json-pointer.js";
import { keyProblem, schemaAt, valueAt, withValueAt } from "./keys.js";
import { pageMembers, pageOf } from "./list-page.js";
import { conflict, invalid, Refusal } from "./refusal.js";
import { withoutReadOnly } from "./replace-resource.js";
import { inWordsOf } from "./same-member.js";
import { replaceResource } from "./save-resource.js";
import { Store, type Entry } from "./store.js";
import { resourceOf, type Subject } from "./subject.js";

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
  const isMany = Array.isArray(value);
  // Of several, none is created unless all can be.
  const given = checked(context, target, isMany ? (value as readonly unknown[]) : [value]);
  const { collection, path } = target;
  const isDry = isDryRun(context);
  const store = isDry ? new Store() : context.store;
  const options = { add: "service", now: context.now, replace: replacementsIn(context) } as const;
  const created = given.map((one) => {
    const creation = { collection, path, given: one, store, options };
    const { key, item } = createResource(creation);
    createBelow({ ...creation, key });
    return { key, body: { ...one, ...item } };
  });
  const bodies = created.map(({ body }) => body);
  const [first] = created;
  return {
    ...(content?.schema && {
      body: completeValue(content.schema, isMany ? bodies : bodies[0], { replace: replacementsIn(context) }),
    }),
    ...(isDry ? { isDryRun: true } : first && { location: `${path}/${encodeURIComponent(first.key)}` }),
  };
}

/** Members of a request that ask whether it could be done. */
const DRY_RUN = ["validate_only", "dry_run"];

function isDryRun({ parameters, body }: FakeContext): boolean {
  return DRY_RUN.some((name) => parameters.query[name] === true || valueAt(body.value, [name]) === true);
}

/** What is to be created, with what the path and the query say of it, when there is nothing like it yet. */
function checked(
  context: FakeContext,
  { collection, path }: Target,
  sent: readonly unknown[],
): readonly Json[] {
  const { item, keyPath } = collection;
  const isOwnKey = flatten(schemaAt(item, keyPath)).readOnly !== true;
  const sentSchema = itemIn(context.body.declared?.schema);
  const entries = [...context.store.entries(path)];
  return sent.map((one) => {
    const given = {
      ...queryMembers(context, item),
      ...(withoutReadOnly(item, inWordsOf(isObject(one) ? one : {}, sentSchema, item)) as Json),
      ...pathMembers(context, flatten(item).properties ?? {}),
    };
    const key = valueAt(given, keyPath) ?? (isOwnKey ? innerKey(given, keyPath, sentSchema) : undefined);
    const named = key === undefined ? given : withValueAt(given, keyPath, key);
    const text = isOwnKey ? keyOf(named, collection) : undefined;
    checkKey(text, keyPath);
    if (text !== undefined && entries.some((other) => other.key === text))
      throw conflict(`'${text}' already exists.`);
    checkNames(context.operation, given, entries);
    entries.push({ key: text ?? "", item: named });
    return named;
  });
}

/** The key that a member of a resource has to say, as the config of a connector says the connector's name. */
function innerKey(given: Json, [name, ...more]: readonly string[], schema: Schema): unknown {
  const { properties = {} } = flatten(schema);
  if (name === undefined || more.length > 0 || !(name in properties)) return undefined;
  const holder = Object.entries(properties).find(([, property]) =>
    flatten(property).required?.includes(name),
  );
  return holder && valueAt(given, [holder[0], name]);
}

/** Puts several resources in the place of those with their keys: all of them, or none. */
export function answerReplaceMany(context: FakeContext, { collection, path }: Target): FakeAnswer {
  const { content } = successOf(context.operation);
  const { value } = context.body;
  const given = (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter(isObject);
  const keys = given.map((one) => keyOf(one, collection));
  const subjectFor = (key: string | undefined): Subject | undefined =>
    key === undefined ? undefined : resourceOf(context, { collection, path, key });
  const before = keys.map((key, index) => {
    if (key !== undefined && keys.indexOf(key) < index) throw conflict(`'${key}' is there twice.`);
    const subject = subjectFor(key);
    if (subject && !subject.current) throw new Refusal([404, 400], `${subject.name} does not exist.`);
    return subject?.current;
  });
  const sent = itemIn(context.body.declared?.schema);
  const options = { add: "service", now: context.now, replace: replacementsIn(context) } as const;
  const replaced = allOrNone(context.store, path, before, () =>
    given.map((one, index) => {
      const subject = subjectFor(keys[index]);
      if (subject) return replaceResource(context, subject, one, sent);
      // What does not say which one it is, is a new one.
      return createResource({ collection, path, given: one, store: context.store, options }).item;
    }),
  );
  return {
    ...(content?.schema && {
      body: completeValue(content.schema, Array.isArray(value) ? replaced : replaced[0]),
    }),
  };
}

function keyOf(given: Json, { keyPath }: Collection): string | undefined {
  const key = valueAt(given, keyPath);
  return typeof key === "string" || typeof key === "number" ? String(key) : undefined;
}

/** @throws {Refusal} for a key that no path leads to */
function checkKey(key: string | undefined, keyPath: readonly string[]): void {
  const message = keyProblem(key);
  if (message === undefined) return;
  const pointer = formatPointer(keyPath);
  throw invalid([{ place: placeOf("body", pointer), pointer, keyword: "format", message }]);
}

function allOrNone<T>(
  store: Store,
  path: string,
  before: readonly (Entry | undefined)[],
  change: () => T,
): T {
  try {
    return change();
  } catch (error) {
    for (const entry of before) if (entry) store.set(path, entry);
    throw error;
  }
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
  return store
    .entries(path)
    .map((entry) => withKey(entry, collection))
    .filter((entry) => matchesQuery(entry, collection.item, parameters.query));
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
