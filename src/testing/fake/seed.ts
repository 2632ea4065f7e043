import { suggest } from "../../util/suggest.js";
import { examplesOf } from "../document/example-value.js";
import { flatten } from "../document/flat-schema.js";
import type { DocumentSet } from "../document/open-documents.js";
import { rolesOf, type Collection } from "./collections.js";
import { isObject, type Json } from "./complete-value.js";
import { createResource } from "./create-resource.js";
import { wayTo } from "./filter-items.js";
import { valueAt, withValueAt } from "./keys.js";
import type { Store } from "./store.js";

/** Puts resources into a fake, with every member that the caller leaves out, and returns them. */
export function seedItems(
  documents: DocumentSet,
  store: Store,
  name: string,
  items: readonly unknown[],
  parents: Readonly<Record<string, string>>,
  now: string,
): readonly unknown[] {
  const collection = collectionNamed(documents, name);
  const missing = collection.segments
    .map(parameterIn)
    .filter((one) => one !== undefined && !(one in parents));
  if (missing.length > 0)
    throw new Error(
      `seed: ${name} belongs to something: name it, as in seed("${name}", [...], { ${missing.map((one) => `${one}: "..."`).join(", ")} })`,
    );
  const path = collection.segments
    .map((segment) => encodeURIComponent(parents[parameterIn(segment) ?? ""] ?? segment))
    .join("/");
  const { properties = {} } = flatten(collection.item);
  const inherited = Object.fromEntries(Object.entries(parents).filter(([key]) => key in properties));
  return items.map((given) => {
    if (!isObject(given)) return seedKey(collection, path, store, given);
    checkMembers(name, given, Object.keys(properties));
    const members = withScope(collection, { ...inherited, ...given });
    const options = { add: "all", now, replace: new Map<string, string>() } as const;
    return createResource({ collection, path, given: members, store, options }).item;
  });
}

/** What every request has to name, such as the environment, is the document's example unless the caller says it. */
function withScope({ operations, item }: Collection, given: Json): Json {
  const { parameters = [] } = operations.get ?? operations.list ?? {};
  return parameters.reduce((members, parameter) => {
    const way =
      parameter.in === "query" && parameter.required === true ? wayTo(item, parameter.name) : undefined;
    const [example] = [...examplesOf(parameter), parameter.schema.example];
    if (!way || example === undefined || valueAt(members, way) !== undefined) return members;
    return withValueAt(members, way, example);
  }, given);
}

/** Where a list is of names alone, a name makes a resource. */
function seedKey(collection: Collection, path: string, store: Store, given: unknown): unknown {
  const key = String(given);
  createResource({ collection, path, given: {}, store, options: { add: "all" }, key });
  return given;
}

function checkMembers(name: string, given: Json, known: readonly string[]): void {
  if (known.length === 0) return;
  const unknown = Object.keys(given).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  const near = suggest(unknown, known);
  throw new Error(
    `seed: ${name} has no \`${unknown}\`${near === undefined ? `: it has ${known.join(", ")}` : `; did you mean \`${near}\`?`}`,
  );
}

/** @throws {Error} for a name that no document has, with one that is near */
function collectionNamed(documents: DocumentSet, name: string): Collection {
  const [first = ""] = name.split(".");
  const start = `/${first.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const found = find(documents.operationsUnder(start), name);
  if (found) return found;
  const all = [...new Set(documents.operations().map(({ document }) => document))]
    .flatMap((document) => rolesOf(document).collections)
    .filter(({ operations }) => Object.keys(operations).length > 0)
    .map(nameOf);
  const near = suggest(name, all) ?? all.find((one) => one.split(".").at(-1) === name.split(".").at(-1));
  throw new Error(`seed: there is no ${name}${near === undefined ? "" : `; did you mean ${near}?`}`);
}

function find(
  operations: readonly { document: Collection["document"] }[],
  name: string,
): Collection | undefined {
  const documents = [...new Set(operations.map(({ document }) => document))];
  return documents
    .flatMap((document) => rolesOf(document).collections)
    .find((collection) => nameOf(collection) === name && Object.keys(collection.operations).length > 0);
}

/** As the client has it: `/iam/v2/service-accounts` is `iam.v2.serviceAccounts`. */
function nameOf({ segments }: Collection): string {
  return segments
    .filter((segment) => !segment.startsWith("{"))
    .map((segment) =>
      segment.replace(/(?<![^A-Za-z0-9])[^A-Za-z0-9]+(.)/g, (_, letter: string) => letter.toUpperCase()),
    )
    .join(".");
}

function parameterIn(segment: string): string | undefined {
  return /^\{([^{}]*)\}$/.exec(segment)?.[1];
}
