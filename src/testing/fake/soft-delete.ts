import { flatten, typeOf } from "../document/flat-schema.js";
import type { Collection } from "./collections.js";
import type { FakeContext, Target } from "./context.js";
import type { Entry, Store } from "./store.js";

/* Some services keep what is deleted, until it is deleted with `permanent`: it can be shown with `deleted`, and undeleted. */

type Query = Readonly<Record<string, unknown>>;

/** Whether what is deleted is kept: where a deletion can be permanent, another one is not. */
export function isKept({ operations }: Collection): boolean {
  const remove = operations.delete ?? operations["delete-many"];
  return (
    remove?.parameters.some(
      ({ in: place, name, schema }) =>
        place === "query" && name === "permanent" && typeOf(flatten(schema)) === "boolean",
    ) ?? false
  );
}

/** Deletes a resource of a request. */
export function remove({ store, parameters }: FakeContext, { collection, path }: Target, key: string): void {
  store.delete(path, key, { isKept: isKept(collection) && parameters.query["permanent"] !== true });
}

/** The resources of a path that a request asks for, with those that were deleted if it asks for them. */
export function withDeleted(
  store: Store,
  { collection, path }: Target,
  entries: readonly Entry[],
  query: Query,
): readonly Entry[] {
  if (!isKept(collection)) return entries;
  const { deleted, deletedOnly } = query;
  const kept = deletedOnly === true ? [] : entries;
  if (deleted !== true && deletedOnly !== true) return kept;
  return [
    ...kept,
    ...store.deleted(path).map((entry) => ({ ...entry, item: { ...entry.item, deleted: true } })),
  ];
}

/** What a query asks of a resource itself. */
export function withoutDeleted(collection: Collection, query: Query): Query {
  if (!isKept(collection)) return query;
  return Object.fromEntries(Object.entries(query).filter(([name]) => !/^deleted(Only)?$/.test(name)));
}
