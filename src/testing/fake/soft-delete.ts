import { flatten, typeOf } from "../document/flat-schema.js";
import { rolesOf, type Collection } from "./collections.js";
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

/** Deletes a resource of a request, and what was there only because the resource belonged to it. */
export function remove({ store, parameters }: FakeContext, { collection, path }: Target, key: string): void {
  const isPermanent = parameters.query["permanent"] === true;
  store.delete(path, key, { isKept: isKept(collection) && !isPermanent });
  const { collectionAt } = rolesOf(collection.document);
  const holder = collectionAt(collection.segments.slice(0, -2));
  const place = path.split("/");
  const around = place.slice(0, -2).join("/");
  const owner = decodeURIComponent(place.at(-2) ?? "");
  const entry = holder?.operations.list ? store.get(around, owner) : undefined;
  // Nobody created a subject, nor said anything of it: it is there as long as it has versions.
  if (!holder || !entry || Object.keys(entry.item).length > 0 || store.hasBelow(around, owner)) return;
  store.delete(around, owner, { isKept: isKept(holder) && !isPermanent });
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
