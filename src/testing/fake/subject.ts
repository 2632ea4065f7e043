import { flatten, typeOf } from "../document/flat-schema.js";
import type { Schema } from "../document/schema.js";
import { touched } from "./change-resource.js";
import { parameterOf } from "../document/path-template.js";
import { rolesOf, type Collection } from "./collections.js";
import { successOf } from "./success.js";
import { completeValue, isObject, type Json } from "./complete-value.js";
import { pathMembers, pathTo, replacementsIn, type FakeContext, type Target } from "./context.js";
import { createResource } from "./create-resource.js";
import { sourceOf } from "./kept-elsewhere.js";
import { entryAt, withKey } from "./entry-key.js";
import { filterFor } from "./filter-items.js";
import { createsWhole, partOf, schemaOfSingle, type Part } from "./parts.js";
import { notFound } from "./refusal.js";
import type { View } from "./show-resource.js";
import { exampleResource, shownExample } from "./shown-example.js";
import { remove, withDeleted, withoutDeleted } from "./soft-delete.js";
import type { Entry, StoredFile } from "./store.js";

/** What a path stands for that has one thing: a resource of a collection, a part of one, or what there is once. */
export interface Subject {
  readonly item: Schema;
  /** Undefined when there is none. */
  readonly current: Entry | undefined;
  readonly name: string;
  readonly save: (item: Json) => void;
  readonly remove: () => void;
  /** The others of its collection. */
  readonly others: readonly Entry[];
  readonly collection?: Collection;
  /** What it is a part of, as it is now. */
  readonly whole?: () => View;
}

export function subjectOf(context: FakeContext, target: Target | undefined): Subject {
  if (target?.key !== undefined) return resourceOf(context, { ...target, key: target.key });
  const part = partOf(context.operation);
  return (part && partSubjectOf(context, part)) ?? singleOf(context);
}

/** @throws {Refusal} 404 */
export function existing({ current, name }: Subject): Entry {
  if (!current) throw notFound(name);
  return current;
}

export function resourceOf(context: FakeContext, { collection, path, key }: Required<Target>): Subject {
  const { store } = context;
  const { query } = context.parameters;
  const wanted = selecting(context);
  const target = { collection, path };
  const own = entryAt(store, collection, path, key);
  const found = own ?? withDeleted(store, target, [], query).find((entry) => entry.key === key);
  const used = found?.key ?? key;
  const entry = found && withKey(found, collection);
  const { list, create, put } = collection.operations;
  const isVirtual = !entry && !list && !create && !put && !sourceOf(collection);
  const example = (): Entry => ({
    key,
    item: exampleItem(context, collection.item, { [collection.parameter]: key }, exampleResource(collection)),
  });
  const current = entry ?? (isVirtual ? withKey(example(), collection) : undefined);
  const isAsked = current && filterFor(collection.item, withoutDeleted(collection, wanted))(current);
  return {
    item: collection.item,
    current: isAsked ? current : undefined,
    name: `'${key}' of /${path}`,
    save: (item) => store.set(path, { key: used, item }),
    remove: () => remove(context, target, used),
    others: store.entries(path).filter((other) => other.key !== used),
    collection,
  };
}

/** What a query says of the resource that is meant. A change may say there what it changes, unless it has to say it. */
function selecting({ operation, parameters }: FakeContext): Readonly<Record<string, unknown>> {
  if (operation.method === "GET" || operation.method === "DELETE") return parameters.query;
  const isRequired = (name: string): boolean =>
    operation.parameters.some((one) => one.in === "query" && one.name === name && one.required === true);
  return Object.fromEntries(Object.entries(parameters.query).filter(([name]) => isRequired(name)));
}

/** A part is read from its resource, and written into it. Of a resource that nobody created, there is none. */
function partSubjectOf(context: FakeContext, part: Part): Subject | undefined {
  const { holder, name } = part;
  const { store, operation, parameters, now } = context;
  const path = pathTo(context, holder.segments.length);
  const key = String(parameters.path[parameterOf(operation.segments.at(-2) ?? "") ?? ""]);
  const found = entryAt(store, holder, path, key);
  if (!found && !createsWhole(operation, part)) return undefined;
  const [keyName = ""] = holder.keyPath;
  const entry = found ?? { key, item: { [keyName]: key } };
  const own = entry.item[name];
  const write = (item: Json): void => {
    const options = { add: "service", now, replace: replacementsIn(context) } as const;
    if (found) store.set(path, { ...entry, item: touched(holder.item, item, now) });
    else createResource({ collection: holder, path, given: item, store, options, key });
  };
  return {
    item: schemaOfSingle(operation),
    current: {
      key: "",
      item: isObject(own) ? own : {},
      ...(typeof own === "string" && { file: textFile(context, own) }),
    },
    name: `/${path}/${encodeURIComponent(key)}/${name}`,
    save: (value) => write({ ...entry.item, [name]: value }),
    remove: () => write(Object.fromEntries(Object.entries(entry.item).filter(([one]) => one !== name))),
    others: [],
    whole: () => ({ schema: holder.item, item: withKey(store.get(path, entry.key) ?? entry, holder).item }),
  };
}

/** A part that is a text: as it is where the document leaves the body open, else as JSON. */
function textFile({ operation }: FakeContext, text: string): StoredFile {
  const { content } = successOf(operation);
  const isOpen = typeOf(flatten(content?.schema ?? {})) === undefined;
  const bytes = new TextEncoder().encode(isOpen ? text : JSON.stringify(text));
  return { bytes, contentType: content?.mediaType ?? "application/json" };
}

/** What there is once, such as a config: it is there from the start, as the document's example. */
function singleOf(context: FakeContext): Subject {
  const { operation, store } = context;
  const path = pathTo(context, operation.segments.length);
  const item = schemaOfSingle(operation);
  const stored = store.single(path);
  return {
    item,
    current: {
      key: "",
      item: stored ?? exampleItem(context, item, ownerMembers(context), shownExample(operation)),
    },
    name: `/${path}`,
    save: (value) => store.setSingle(path, value),
    remove: () => store.deleteSingle(path),
    others: [],
  };
}

/** What a path below a resource shows has the key of the resource in the same member, as the status of a connector its `name`. */
function ownerMembers({ operation, parameters }: FakeContext): Json {
  const { segments, document } = operation;
  const parameter = parameterOf(segments.at(-2) ?? "");
  const holder = parameter === undefined ? undefined : rolesOf(document).collectionAt(segments.slice(0, -2));
  const [name, ...more] = holder?.keyPath ?? [];
  if (parameter === undefined || name === undefined || more.length > 0) return {};
  return { [name]: parameters.path[parameter] };
}

function exampleItem(context: FakeContext, schema: Schema, given: Json, example: unknown): Json {
  const { properties = {} } = flatten(schema);
  const known = Object.fromEntries(Object.entries(given).filter(([name]) => name in properties));
  const members = { ...known, ...pathMembers(context, properties) };
  const replace = replacementsIn(context);
  const value = completeValue(schema, members, { add: "all", now: context.now, replace, example });
  return isObject(value) ? value : members;
}
