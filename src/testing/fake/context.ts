import { examplesOf } from "../document/example-value.js";
import type { DocumentOperation } from "../document/operations.js";
import type { Schema } from "../document/schema.js";
import type { Json } from "./complete-value.js";
import { parameterOf } from "../document/path-template.js";
import { rolesOf, type Collection, type Roles } from "./collections.js";
import { entryAt } from "./entry-key.js";
import { wayTo } from "./filter-items.js";
import { memberFor, withValueAt } from "./keys.js";
import { createsWhole, partOf } from "./parts.js";
import type { ReadBody } from "./read-body.js";
import type { RequestParameters } from "./read-parameters.js";
import { notFound } from "./refusal.js";
import type { Store, StoredFile } from "./store.js";

/** A request on its way through the fake. */
export interface FakeContext {
  readonly operation: DocumentOperation;
  readonly parameters: RequestParameters;
  readonly body: ReadBody;
  readonly url: URL;
  readonly store: Store;
  /** The time, as documents write it. */
  readonly now: string;
}

/** What the fake responds with. */
export interface FakeAnswer {
  readonly body?: unknown;
  readonly file?: StoredFile;
  /** The path of what was created. */
  readonly location?: string;
  /** True for what could be created, and was not as nobody wanted it. */
  readonly isDryRun?: boolean;
}

export function rolesIn({ operation }: FakeContext): Roles {
  return rolesOf(operation.document);
}

/** The path of the first segments, with the request's parameters filled in. */
export function pathTo({ operation, parameters }: FakeContext, count: number): string {
  return operation.segments
    .slice(0, count)
    .map((segment) =>
      segment.replace(/\{([^{}]*)\}/g, (_, name: string) =>
        encodeURIComponent(String(parameters.path[name])),
      ),
    )
    .join("/");
}

/** The collection that the request is for, its path, and the key of the resource if it is for one. */
export interface Target {
  readonly collection: Collection;
  readonly path: string;
  readonly key?: string;
}

export function targetOf(context: FakeContext): Target | undefined {
  const collection = rolesIn(context).collectionOf(context.operation);
  if (!collection) return undefined;
  const name = parameterOf(context.operation.segments.at(-1) ?? "");
  const key = name === undefined ? undefined : String(context.parameters.path[name]);
  return { collection, path: pathTo(context, collection.segments.length), ...(key !== undefined && { key }) };
}

/** The action for a resource that is not there, as it was deleted. */
export const UNDELETE = "undelete";

/**
 * Checks that the resources in a path exist. Those that no operation creates, such as the Kafka cluster of a data plane, are
 * there without a word.
 *
 * @throws {Refusal} 404
 */
export function checkParents(context: FakeContext): void {
  const { segments } = context.operation;
  const { collectionAt } = rolesIn(context);
  const part = partOf(context.operation);
  const isCreated = part && createsWhole(context.operation, part);
  segments.forEach((segment, index) => {
    const [name] = Array.from(segment.matchAll(/\{([^{}]*)\}/g), ([, found = ""]) => found);
    // The resource that the path ends with is looked for by its own operation.
    if (name === undefined || (index === segments.length - 1 && segment === `{${name}}`)) return;
    const isLast = index === segments.length - 2;
    if (isLast && (isCreated || segments.at(-1) === UNDELETE)) return;
    const parent = collectionAt(segments.slice(0, index));
    const key = String(context.parameters.path[name]);
    if (parent?.operations.create && !entryAt(context.store, parent, pathTo(context, index), key))
      throw notFound(`'${key}' of /${pathTo(context, index)}`);
  });
}

/** The examples of the path's parameters, and their values in the request. */
export function replacementsIn({ operation, parameters }: FakeContext): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const parameter of operation.parameters) {
    const [example] = parameter.in === "path" ? [...examplesOf(parameter), parameter.schema.example] : [];
    const value = parameters.path[parameter.name] as string | number | boolean | undefined;
    if (typeof example === "string" && example.length > 3 && value !== undefined && String(value) !== example)
      found.set(example, String(value));
  }
  return found;
}

/**
 * The parameters of the path that a resource has as properties too: by their own names, or by the names of what they are keys
 * of, as the `kekName` of a DEK is the `name` in `/keks/{name}/deks`.
 */
export function pathMembers(
  { operation, parameters }: FakeContext,
  known: Readonly<Record<string, unknown>>,
): Json {
  const members: Record<string, unknown> = {};
  operation.segments.forEach((segment, index) => {
    const name = parameterOf(segment);
    if (name === undefined) return;
    const own =
      name in known ? name : memberFor(operation.segments[index - 1] ?? "", name, Object.keys(known));
    if (own !== undefined) members[own] = parameters.path[name];
  });
  return members;
}

/** The members that the query of a creation says, such as the `link_name` of a link. What the body says goes before them. */
export function queryMembers({ parameters }: FakeContext, item: Schema): Json {
  return Object.entries(parameters.query).reduce<Json>((members, [name, value]) => {
    const way = wayTo(item, name);
    return way ? withValueAt(members, way, value) : members;
  }, {});
}
