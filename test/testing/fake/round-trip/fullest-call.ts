import { flatten, typeOf } from "../../../../src/testing/document/flat-schema.js";
import { contentFor } from "../../../../src/testing/document/media-types.js";
import type { DocumentOperation } from "../../../../src/testing/document/operations.js";
import type { Schema } from "../../../../src/testing/document/schema.js";
import { mergePatch } from "../../../../src/testing/fake/change-resource.js";
import { isObject, type Json } from "../../../../src/testing/fake/complete-value.js";
import { variantFor } from "../../../../src/testing/fake/variant-for.js";
import { fullCalls, type CallParts } from "../../../contract/calls.js";
import { operations, type DocumentedOperation } from "../../../contract/document.js";

const byId = new Map(operations.map((operation) => [operation.operationId, operation]));

/** The operation, as the contract tests have it. */
export function documented({ id }: DocumentOperation): DocumentedOperation {
  const found = byId.get(id);
  if (!found) throw new Error(`No document has ${id}`);
  return found;
}

/** The fullest of the calls that the contract tests make. */
export function callOf(operation: DocumentOperation): CallParts {
  const calls = fullCalls(documented(operation));
  const size = (call: CallParts): number => JSON.stringify(call.body ?? "").length;
  return calls.reduce((best, call) => (size(call) > size(best) ? call : best));
}

/** The body that an operation takes. */
export function bodyOf({ body }: DocumentOperation): { readonly schema: Schema } {
  const [mediaType = ""] = Object.keys(body?.content ?? {});
  return { schema: contentFor(body?.content ?? {}, mediaType)?.schema ?? {} };
}

/** What was written, with what came back. */
export function merged(one: unknown, other: unknown): unknown {
  return isObject(one) ? mergePatch(one, isObject(other) ? other : {}) : other;
}

/** Of several, the first. */
export function oneOf(body: unknown): unknown {
  return Array.isArray(body) ? (body as readonly unknown[])[0] : body;
}

/** The schema of one of several. */
export function itemSchema(schema: Schema = {}): Schema {
  const flat = flatten(schema);
  return typeOf(flat) === "array" ? (flat.items ?? {}) : schema;
}

/** A body that says of what cannot be changed what is there. */
export function keepImmutable(body: Json, resource: unknown, schema: Schema): Json {
  if (!isObject(resource)) return body;
  const { properties = {} } = variantFor(flatten(schema), resource);
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      const property = flatten(properties[name] ?? {});
      if (property["x-immutable"] === true && resource[name] !== undefined) return [name, resource[name]];
      return [name, isObject(value) ? keepImmutable(value, resource[name], property) : value];
    }),
  );
}
