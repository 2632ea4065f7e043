import { parameterOf } from "../document/path-template.js";
import { suggest } from "../../util/suggest.js";
import { examplesOf } from "../document/example-value.js";
import { flatten } from "../document/flat-schema.js";
import type { DocumentSet } from "../document/open-documents.js";
import { violationsOf } from "../document/validator.js";
import { didYouMean } from "./check-request.js";
import { seedProblems } from "./check-seed.js";
import { rolesOf, type Collection } from "./collections.js";
import { isObject, type Json } from "./complete-value.js";
import { copyJson } from "./copy-json.js";
import { createResource } from "./create-resource.js";
import { wayTo } from "./filter-items.js";
import { keyProblem, valueAt, withValueAt } from "./keys.js";
import { scalarOf } from "./read-parameters.js";
import type { Store } from "./store.js";

/**
 * Puts resources into a fake, with every member that the caller leaves out, and returns copies of them. Either all of them are
 * there afterwards, or none.
 *
 * @throws {Error} for what is no such resource, with its place
 */
export function seedItems(
  documents: DocumentSet,
  store: Store,
  name: string,
  items: readonly unknown[],
  parents: Readonly<Record<string, string>>,
  now: string,
): readonly unknown[] {
  const collection = collectionNamed(documents, name);
  checkParents(name, collection, parents);
  const path = collection.segments
    .map((segment) => encodeURIComponent(parents[parameterOf(segment) ?? ""] ?? segment))
    .join("/");
  const { properties = {} } = flatten(collection.item);
  const inherited = Object.fromEntries(Object.entries(parents).filter(([key]) => key in properties));
  const copies = checkedCopies(name, items, inherited, collection);
  return copies.map((given) => {
    if (!isObject(given)) return seedKey(collection, path, store, given);
    const members = withScope(collection, { ...inherited, ...given });
    const options = { add: "all", now, replace: new Map<string, string>() } as const;
    return structuredClone(createResource({ collection, path, given: members, store, options }).item);
  });
}

function checkedCopies(
  name: string,
  items: readonly unknown[],
  inherited: Json,
  collection: Collection,
): readonly unknown[] {
  if (!Array.isArray(items)) throw new Error(`seed: the resources of ${name} must be an array`);
  const keys = new Map<string | undefined, number>();
  return items.map((item: unknown, index) => {
    const refusal = (problem: string): Error => new Error(`seed: ${name}[${index}]: ${problem}`);
    const copy = copyJson(item, refusal);
    const problems = seedProblems(copy, inherited, collection);
    if (problems.length > 0) throw refusal(problems.join("; "));
    const key = keyOf(copy, collection);
    const other = keys.get(key);
    if (key !== undefined && other !== undefined)
      throw refusal(`it has the key of [${other}], too: '${key}'`);
    keys.set(key, index);
    return copy;
  });
}

/** The key that a resource says; undefined when it gets one of its own. */
function keyOf(given: unknown, { keyPath }: Collection): string | undefined {
  const key = isObject(given) ? valueAt(given, keyPath) : given;
  return typeof key === "string" || typeof key === "number" ? String(key) : undefined;
}

/** Checks what the resources of a seed belong to. */
function checkParents(name: string, { segments, operations, document }: Collection, parents: unknown): void {
  const names = segments.map(parameterOf).filter((one) => one !== undefined);
  const missing = names.filter((one) => valueAt(parents, [one]) === undefined);
  if (missing.length > 0)
    throw new Error(
      `seed: ${name} belongs to something: name it, as in seed("${name}", [...], { ${missing.map((one) => `${one}: "..."`).join(", ")} })`,
    );
  const parameters = Object.values(operations).flatMap((operation) => operation.parameters);
  for (const [key, value] of Object.entries(parents as object)) {
    if (value === undefined) continue;
    const refusal = (problem: string): Error => new Error(`seed: ${name}: \`${key}\` ${problem}`);
    if (!names.includes(key)) throw refusal(`is nothing that it belongs to${didYouMean(key, names)}`);
    if (typeof value !== "string" || value === "") throw refusal("must be a string that is not empty");
    const problem = keyProblem(value);
    if (problem !== undefined) throw refusal(problem);
    const schema = parameters.find((one) => one.in === "path" && one.name === key)?.schema ?? {};
    const check = { schema, document, direction: "request", place: key } as const;
    const [wrong] = violationsOf(scalarOf(value, schema), check);
    if (wrong) throw refusal(wrong.message);
  }
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
