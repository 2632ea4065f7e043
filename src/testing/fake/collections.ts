import { contentFor } from "../document/media-types.js";
import { flatten, typeOf } from "../document/flat-schema.js";
import { operationsOf, type DocumentOperation } from "../document/operations.js";
import { parameterOf } from "../document/path-template.js";
import { propertiesOf } from "../document/properties.js";
import { keyPathIn } from "./keys.js";
import { listShapeOf } from "./list-shape.js";
import { successOf } from "./success.js";
import type { OpenApiDocument } from "../document/read-document.js";
import type { Schema } from "../document/schema.js";

/** What an operation does with what the fake holds. */
export type Role =
  /** A collection's: `GET`, `POST`, `PUT` of several, `DELETE` of several. */
  | "list"
  | "create"
  | "replace-many"
  | "delete-many"
  /** A resource's, or those of what there is once, such as a config. */
  | "get"
  | "patch"
  | "put"
  | "delete"
  /** What changes nothing that the fake knows of. */
  | "action";

/** A path of a document that holds resources: `/pim/v1/integrations`. */
export interface Collection {
  /** The segments of its path. */
  readonly segments: readonly string[];
  /** Where a resource is in the path: the name of its parameter. */
  readonly parameter: string;
  /** The way to the key in a resource, such as `["id"]` or `["spec", "topic_name"]`; empty when it does not say its key. */
  readonly keyPath: readonly string[];
  /** The schema of a resource. */
  readonly item: Schema;
  readonly document: OpenApiDocument;
  readonly operations: Readonly<Partial<Record<Role, DocumentOperation>>>;
}

/** The collections of a document, and the roles of its operations. */
export interface Roles {
  readonly collections: readonly Collection[];
  readonly roleOf: (operation: DocumentOperation) => Role;
  /** The collection that an operation lists, or whose resource it is for. */
  readonly collectionOf: (operation: DocumentOperation) => Collection | undefined;
  /** The collection of a path's first segments. */
  readonly collectionAt: (segments: readonly string[]) => Collection | undefined;
}

const known = new WeakMap<OpenApiDocument, Roles>();

export function rolesOf(document: OpenApiDocument): Roles {
  let roles = known.get(document);
  if (!roles) known.set(document, (roles = findRoles(document)));
  return roles;
}

function findRoles(document: OpenApiDocument): Roles {
  const operations = operationsOf(document);
  const parameters = new Map<string, string>();
  const listed = new Set<string>();
  const got = new Set<string>();
  for (const operation of operations) {
    const { segments, method, ownQuery } = operation;
    const parameter = parameterOf(segments.at(-1) ?? "");
    if (parameter !== undefined) parameters.set(pathOf(segments.slice(0, -1)), parameter);
    else if (method === "GET" && !ownQuery) (isList(operation) ? listed : got).add(pathOf(segments));
  }
  for (const path of listed) if (!parameters.has(path)) parameters.set(path, "");
  const roles = new Map(operations.map((operation) => [operation, roleIn(operation)] as const));
  const collections = new Map<string, Collection>();
  for (const [path, parameter] of parameters) {
    const own = operations.filter((one) => placeOf(one) === path && roles.get(one) !== "action");
    collections.set(path, collectionFor(path.split("/"), parameter, own, roles, document));
  }
  return {
    collections: [...collections.values()],
    roleOf: (operation) => roles.get(operation) ?? "action",
    collectionOf: (operation) => collections.get(placeOf(operation)),
    collectionAt: (segments) => collections.get(pathOf(segments)),
  };

  function placeOf({ segments }: DocumentOperation): string {
    const isResource = parameterOf(segments.at(-1) ?? "") !== undefined;
    return pathOf(isResource ? segments.slice(0, -1) : segments);
  }

  function roleIn(operation: DocumentOperation): Role {
    const { segments, method } = operation;
    const last = segments.at(-1) ?? "";
    if (parameterOf(last) !== undefined) return roleOfResource(operation);
    if (last.replace(/\{[^{}]*\}/g, "").includes(":") || last.includes("{")) return "action";
    const path = pathOf(segments);
    if (method === "GET") return parameters.has(path) && isList(operation) ? "list" : "get";
    // What is read as one thing is changed as one, though there may be more of it below.
    if (got.has(path) && method !== "POST") return roleOfResource(operation);
    if (!parameters.has(path)) return "action";
    if (method === "POST") return "create";
    if (method === "DELETE") return "delete-many";
    return method === "PUT" ? "replace-many" : "action";
  }
}

/** A map stands for a list only where its path is known to hold resources. */
function isList(operation: DocumentOperation): boolean {
  const shape = listShapeOf(operation);
  return shape !== undefined && (shape.kind !== "map" || operation.ownQuery !== undefined);
}

function roleOfResource({ method, body }: DocumentOperation): Role {
  if (method === "GET") return "get";
  if (method === "DELETE") return "delete";
  if (method === "PATCH") return "patch";
  if (method === "PUT") return "put";
  // A file is sent to the place where it will be.
  const isFile =
    method === "POST" && Object.keys(body?.content ?? {}).some((type) => /^(image|audio|video)\//.test(type));
  return isFile ? "put" : "action";
}

function collectionFor(
  segments: readonly string[],
  parameter: string,
  own: readonly DocumentOperation[],
  roles: ReadonlyMap<DocumentOperation, Role>,
  document: OpenApiDocument,
): Collection {
  const operations: Partial<Record<Role, DocumentOperation>> = {};
  for (const operation of own) {
    const role = roles.get(operation) ?? "action";
    if (role === "list" && operation.ownQuery) continue;
    operations[role] ??= operation;
  }
  const { get, list, create } = operations;
  const ofResponse = (operation: DocumentOperation | undefined): Schema | undefined => {
    const schema = operation && successOf(operation).content?.schema;
    return schema && isObjectSchema(schema) ? schema : undefined;
  };
  const listItem = list && listShapeOf(list)?.item;
  const sent = contentFor(create?.body?.content ?? {}, "application/json")?.schema;
  const item = ofResponse(get) ?? listItem ?? ofResponse(create) ?? sent ?? {};
  return {
    segments,
    parameter,
    keyPath: keyPathIn(item, parameter, segments.at(-1) ?? ""),
    item,
    document,
    operations,
  };
}

/** Whether values are objects: a union of objects need not say so. */
function isObjectSchema(schema: Schema): boolean {
  const type = typeOf(flatten(schema));
  return type === "object" || (type === undefined && Object.keys(propertiesOf(schema)).length > 0);
}

function pathOf(segments: readonly string[]): string {
  return segments.join("/");
}
