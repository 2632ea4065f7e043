/** Resources that one path shows and another one keeps: `/schemas/ids/{id}` shows schemas, kept as versions of subjects. */

import { flatten, typeOf } from "../document/flat-schema.js";
import { parameterOf } from "../document/path-template.js";
import { rolesOf, type Collection } from "./collections.js";
import { listShapeOf } from "./list-shape.js";
import { wayTo } from "./filter-items.js";
import { memberFor } from "./keys.js";
import { isSame } from "./same-json.js";
import type { Entry, Store } from "./store.js";

const sources = new WeakMap<Collection, Collection | null>();

/**
 * The collection that keeps what another only shows, by a member that is not its key: the `id` of a version of a subject is the key
 * of `/schemas/ids/{id}`.
 */
export function sourceOf(collection: Collection): Collection | undefined {
  let source = sources.get(collection);
  if (source === undefined) sources.set(collection, (source = findSource(collection) ?? null));
  return source ?? undefined;
}

function findSource({ segments, parameter, item, operations, document }: Collection): Collection | undefined {
  const isShown = Object.keys(operations).every((role) => role === "get");
  if (!operations.get || !isShown) return undefined;
  // The `user_id` of a membership is that of a user, and no membership is the user.
  if (memberFor(segments.at(-1) ?? "", parameter, [parameter]) !== undefined) return undefined;
  const names = Object.keys(flatten(item).properties ?? {});
  return rolesOf(document).collections.find((one) => {
    const { properties = {} } = flatten(one.item);
    const shared = names.filter((name) => name in properties);
    return (
      one.operations.create !== undefined &&
      parameter in properties &&
      one.keyPath[0] !== parameter &&
      !one.segments.includes(`{${parameter}}`) &&
      shared.length > names.length / 2
    );
  });
}

const keys = new WeakMap<Collection, readonly string[]>();

/** The members of a collection's resources that are keys elsewhere. */
export function keysElsewhere(collection: Collection): readonly string[] {
  let names = keys.get(collection);
  if (!names) {
    const others = rolesOf(collection.document).collections.filter((one) => sourceOf(one) === collection);
    keys.set(collection, (names = others.map(({ parameter }) => parameter)));
  }
  return names;
}

export function entriesElsewhere(store: Store, collection: Collection, key: string): readonly Entry[] {
  const source = sourceOf(collection);
  if (!source) return [];
  return store.under(source.segments, {}).filter(({ item }) => String(item[collection.parameter]) === key);
}

/**
 * The resources of a collection: those that it keeps; of a list that is of all of a kind, such as the configs of all topics, those
 * that others keep; and of one below what is kept elsewhere, such as the subjects of a schema, what is known of it.
 *
 * @param parameters those of the path
 */
export function entriesOf(
  store: Store,
  collection: Collection,
  path: string,
  parameters: Readonly<Record<string, unknown>>,
): readonly Entry[] {
  const own = store.entries(path);
  const { segments, operations } = collection;
  if (own.length > 0 || !operations.list || operations.create) return own;
  const { collections, collectionAt } = rolesOf(collection.document);
  const holder = parameterOf(segments.at(-2) ?? "");
  const around = holder === undefined ? undefined : collectionAt(segments.slice(0, -2));
  if (around && sourceOf(around)) {
    const entries = entriesElsewhere(store, around, String(parameters[holder ?? ""]));
    const parts = entries.flatMap((entry) => partOfEntry(entry, collection));
    return parts.filter(
      ({ key, item }, index) => parts.findIndex((one) => one.key === key && isSame(one.item, item)) === index,
    );
  }
  const chosen = collectionAt(segments.slice(0, -1));
  if (chosen && isChoiceOf(collection, chosen)) return store.entries(path.slice(0, path.lastIndexOf("/")));
  return collections
    .filter((one) => isAllOf(collection, one))
    .flatMap((one) => store.under(one.segments, parameters));
}

/** Whether a list is of all that is kept below several resources, each of which the path of the other names. */
function isAllOf(list: Collection, kept: Collection): boolean {
  const shown = list.operations.list && listShapeOf(list.operations.list)?.item;
  const [known, more] = [namesIn(list), namesIn(kept)];
  return (
    shown !== undefined &&
    flatten(shown) === flatten(kept.item) &&
    known.length < more.length &&
    known.every((name) => more.includes(name))
  );
}

/** Whether a list is a choice of the resources of a collection: `/pets/find` by a query that is named like a member. */
function isChoiceOf(list: Collection, kept: Collection): boolean {
  const { list: operation } = list.operations;
  const isOfKind = operation && flatten(listShapeOf(operation)?.item ?? {}) === flatten(kept.item);
  return (
    isOfKind === true &&
    kept.operations.create !== undefined &&
    operation.parameters.some(
      ({ in: place, name }) => place === "query" && wayTo(kept.item, name) !== undefined,
    )
  );
}

function namesIn({ segments }: Collection): readonly string[] {
  return segments.map(parameterOf).filter((name) => name !== undefined);
}

/** What a list below a resource shows of it: a text is the member that the list is named for, `subject` for `subjects`. */
function partOfEntry({ key, item }: Entry, { segments, item: schema }: Collection): readonly Entry[] {
  if (typeOf(flatten(schema)) !== "string") return [{ key, item }];
  const value = item[(segments.at(-1) ?? "").replace(/s$/, "")];
  return typeof value === "string" ? [{ key: value, item: {} }] : [];
}
