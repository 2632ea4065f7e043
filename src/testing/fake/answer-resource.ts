import { exampleValue } from "../document/example-value.js";
import { flatten, typeOf } from "../document/flat-schema.js";
import { contentFor } from "../document/media-types.js";
import type { Schema } from "../document/schema.js";
import { withoutNext } from "../end-lists.js";
import { withKey } from "./answer-collection.js";
import { checkImmutable, mergePatch, touched } from "./change-resource.js";
import { successOf, type Collection } from "./collections.js";
import { completeValue, isObject, type Json } from "./complete-value.js";
import {
  pathMembers,
  pathTo,
  replacementsIn,
  rolesIn,
  type FakeAnswer,
  type FakeContext,
  type Target,
} from "./context.js";
import { checkNames, createResource } from "./create-resource.js";
import { matchesQuery } from "./filter-items.js";
import { patchResource } from "./patch-resource.js";
import { notFound } from "./refusal.js";
import type { Entry } from "./store.js";

/** What a path stands for that has one thing: a resource of a collection, or what there is once. */
interface Subject {
  readonly item: Schema;
  /** Undefined when there is none. */
  readonly current: Entry | undefined;
  readonly name: string;
  readonly save: (item: Json) => void;
  readonly remove: () => void;
  /** The others of its collection. */
  readonly others: readonly Entry[];
  readonly collection?: Collection;
}

export function answerGet(context: FakeContext, target: Target | undefined): FakeAnswer {
  const { content } = successOf(context.operation);
  const subject = subjectOf(context, target);
  const current = existing(subject);
  if (current.file) return { file: current.file };
  if (!content) return {};
  return { body: bodyOf(context, current.item, false) };
}

export function answerPatch(context: FakeContext, target: Target | undefined): FakeAnswer {
  const subject = subjectOf(context, target);
  const { item } = existing(subject);
  const { document } = context.operation;
  const { keyPath = [] } = subject.collection ?? {};
  return saved(
    context,
    subject,
    patchResource(context.body, { item, schema: subject.item, document, keyPath }),
  );
}

export function answerPut(context: FakeContext, target: Target | undefined): FakeAnswer {
  const subject = subjectOf(context, target);
  const { value, contentType } = context.body;
  const isNew = !subject.current;
  if (isNew && subject.collection?.operations.create) throw notFound(subject.name);
  if (value instanceof Uint8Array && target?.key !== undefined) {
    context.store.set(target.path, { key: target.key, item: {}, file: { bytes: value, contentType } });
    return responseFor(context, {});
  }
  if (isNew && target?.key !== undefined) {
    const { store, now } = context;
    const given = {
      ...(isObject(value) ? value : {}),
      ...pathMembers(context, flatten(subject.item).properties ?? {}),
    };
    checkNames(context.operation, given, subject.others);
    const options = { add: "service", now, replace: replacementsIn(context) } as const;
    const created = createResource({ ...target, collection: target.collection, given, store, options });
    return responseFor(context, created.item);
  }
  const { item } = existing(subject);
  checkImmutable(subject.item, item, value);
  // What the service sets stays.
  const kept = onlyReadOnly(subject.item, item);
  const merged = mergePatch(kept, withoutReadOnly(subject.item, value));
  return saved(context, subject, isObject(merged) ? merged : item);
}

export function answerDelete(context: FakeContext, target: Target | undefined): FakeAnswer {
  const subject = subjectOf(context, target);
  const { item } = existing(subject);
  subject.remove();
  return responseFor(context, item);
}

/** What changes nothing that the fake knows of: the document's example, with what was sent where it comes back. */
export function answerAction(context: FakeContext): FakeAnswer {
  const { content } = successOf(context.operation);
  if (!content) return {};
  const { schema = {} } = content;
  const sent = context.body.value;
  const holder = rolesIn(context).collectionAt(context.operation.segments.slice(0, -1));
  const [name] = Object.keys(context.parameters.path).slice(-1);
  const entry =
    holder && name !== undefined
      ? context.store.get(pathTo(context, holder.segments.length), String(context.parameters.path[name]))
      : undefined;
  const isSame = entry && (holder?.item === schema || flatten(holder?.item ?? {}) === flatten(schema));
  if (isSame) return { body: completeValue(schema, entry.item) };
  const example = exampleValue(content, "response");
  if (!isObject(example) || !isObject(sent)) {
    const isArray = Array.isArray(sent) && typeOf(flatten(schema)) === "array";
    return { body: isArray ? completeValue(schema, sent, { add: "all" }) : example };
  }
  return { body: withoutNext(example) };
}

function subjectOf(context: FakeContext, target: Target | undefined): Subject {
  const { store } = context;
  if (target?.key === undefined) return singleOf(context);
  const { collection, path, key } = target;
  const found = store.get(path, key);
  const entry = found && withKey(found, collection);
  const { list, create, put } = collection.operations;
  const isVirtual = !entry && !list && !create && !put;
  const example = (): Entry => ({
    key,
    item: exampleItem(context, collection.item, { [collection.parameter]: key }),
  });
  const current = entry ?? (isVirtual ? withKey(example(), collection) : undefined);
  const isAsked = current && matchesQuery(current, collection.item, context.parameters.query);
  return {
    item: collection.item,
    current: isAsked ? current : undefined,
    name: `'${key}' of /${path}`,
    save: (item) => store.set(path, { key, item }),
    remove: () => store.delete(path, key),
    others: store.entries(path).filter((other) => other.key !== key),
    collection,
  };
}

/** What there is once, such as a config: it is there from the start, as the document's example. */
function singleOf(context: FakeContext): Subject {
  const { operation, store } = context;
  const path = pathTo(context, operation.segments.length);
  const item = schemaOfSingle(context);
  const stored = store.single(path);
  return {
    item,
    current: { key: "", item: stored ?? exampleItem(context, item, {}) },
    name: `/${path}`,
    save: (value) => store.setSingle(path, value),
    remove: () => store.deleteSingle(path),
    others: [],
  };
}

function schemaOfSingle({ operation }: FakeContext): Schema {
  const own = successOf(operation).content?.schema ?? {};
  const sent = contentFor(operation.body?.content ?? {}, "application/json")?.schema;
  return typeOf(flatten(own)) === undefined ? (sent ?? own) : own;
}

function exampleItem(context: FakeContext, schema: Schema, given: Json): Json {
  const { properties = {} } = flatten(schema);
  const known = Object.fromEntries(Object.entries(given).filter(([name]) => name in properties));
  const members = { ...known, ...pathMembers(context, properties) };
  const replace = replacementsIn(context);
  const value = completeValue(schema, members, { add: "all", now: context.now, replace });
  return isObject(value) ? value : members;
}

/** @throws {Refusal} 404 */
function existing({ current, name }: Subject): Entry {
  if (!current) throw notFound(name);
  return current;
}

function saved(context: FakeContext, subject: Subject, merged: Json): FakeAnswer {
  const options = { now: context.now, replace: replacementsIn(context) };
  const completed = completeValue(subject.item, merged, options);
  checkNames(context.operation, merged, subject.others, subject.current?.item);
  const item = touched(subject.item, isObject(completed) ? completed : merged, context.now);
  subject.save(item);
  return responseFor(context, item);
}

function responseFor(context: FakeContext, item: Json): FakeAnswer {
  return successOf(context.operation).content ? { body: bodyOf(context, item, false) } : {};
}

/** The response that shows a resource, or the document's example where it shows something else. */
function bodyOf(context: FakeContext, item: Json, secrets: boolean): unknown {
  const { content } = successOf(context.operation);
  const { schema = {} } = content ?? {};
  const { properties, additionalProperties } = flatten(schema);
  const isOpen = !properties && additionalProperties !== undefined && additionalProperties !== false;
  const isShown = properties ? Object.keys(item).some((name) => name in properties) : isOpen;
  if (isShown) return completeValue(schema, item, { secrets, replace: replacementsIn(context) });
  const example = exampleValue(content ?? {}, "response");
  return withoutNext(example);
}

function withoutReadOnly(schema: Schema, value: unknown): unknown {
  return byReadOnly(schema, value, false);
}

function onlyReadOnly(schema: Schema, value: Json): Json {
  const kept = byReadOnly(schema, value, true);
  return isObject(kept) ? kept : {};
}

/** The members of a value that are read-only, at any depth, or those that are not. */
function byReadOnly(schema: Schema, value: unknown, wanted: boolean): unknown {
  if (!isObject(value)) return value;
  const { properties = {} } = flatten(schema);
  const members = Object.entries(value).flatMap(([name, member]): (readonly [string, unknown])[] => {
    const property = flatten(properties[name] ?? {});
    if (property.readOnly === true) return wanted ? [[name, member]] : [];
    if (!isObject(member)) return wanted ? [] : [[name, member]];
    const inner = byReadOnly(property, member, wanted);
    return wanted && isObject(inner) && Object.keys(inner).length === 0 ? [] : [[name, inner]];
  });
  return Object.fromEntries(members);
}
