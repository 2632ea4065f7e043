import { flatten, typeOf } from "../document/flat-schema.js";
import { contentFor } from "../document/media-types.js";
import { operationsOf, type DocumentOperation } from "../document/operations.js";
import type { Schema } from "../document/schema.js";
import { parameterOf } from "../document/path-template.js";
import { rolesOf, type Collection } from "./collections.js";
import { successOf } from "./success.js";

/** What is a member of a resource, and has a path of its own below it, as the `config` of a connector has. */
export interface Part {
  readonly holder: Collection;
  readonly name: string;
}

const parts = new WeakMap<DocumentOperation, Part | null>();

/** The part of a resource that an operation is for. */
export function partOf(operation: DocumentOperation): Part | undefined {
  let part = parts.get(operation);
  if (part === undefined) parts.set(operation, (part = findPart(operation) ?? null));
  return part ?? undefined;
}

function findPart(operation: DocumentOperation): Part | undefined {
  const { segments, document } = operation;
  const [parent = "", name = ""] = segments.slice(-2);
  const { collectionAt, collectionOf } = rolesOf(document);
  if (parameterOf(parent) === undefined || collectionOf(operation)) return undefined;
  const holder = collectionAt(segments.slice(0, -2));
  const member = holder && flatten(holder.item).properties?.[name];
  return member && isAlike(member, schemaOfSingle(operation)) ? { holder, name } : undefined;
}

/**
 * Whether a request for a part creates the resource when there is none: when its body has to say the key of the resource, as the
 * config of a connector says the connector's name.
 */
export function createsWhole(operation: DocumentOperation, { holder }: Part): boolean {
  const { required = [] } = flatten(
    contentFor(operation.body?.content ?? {}, "application/json")?.schema ?? {},
  );
  const [name, ...more] = holder.keyPath;
  return operation.method === "PUT" && name !== undefined && more.length === 0 && required.includes(name);
}

/** Whether a member can be what a path shows. Some members are but links to what has their name. */
function isAlike(member: Schema, shown: Schema): boolean {
  const { properties: own = {}, ...schema } = flatten(member);
  const { properties, ...other } = flatten(shown);
  const type = typeOf({ ...other, ...(properties && { properties }) });
  if (type === undefined) return true;
  if (typeOf({ ...schema, properties: own }) !== type) return false;
  const names = Object.keys(own);
  return names.length === 0 || !properties || names.some((name) => name in properties);
}

const schemas = new WeakMap<DocumentOperation, Schema>();

/** The schema of what there is once: of what its path shows, else of what is sent there. */
export function schemaOfSingle(operation: DocumentOperation): Schema {
  let schema = schemas.get(operation);
  if (!schema) schemas.set(operation, (schema = findSchema(operation)));
  return schema;
}

function findSchema(operation: DocumentOperation): Schema {
  const { path, document, body } = operation;
  const get = operationsOf(document).find((one) => one.method === "GET" && one.path === path);
  const shown = successOf(get ?? operation).content?.schema ?? {};
  const sent = contentFor(body?.content ?? {}, "application/json")?.schema;
  return !get && typeOf(flatten(shown)) === undefined ? (sent ?? shown) : shown;
}
