import { flatten, unionVariants } from "../document/flat-schema.js";
import { essence } from "../document/media-types.js";
import type { Schema } from "../document/schema.js";
import { OPERATIONS, readJsonPatch, type PatchOperation } from "./json-patch.js";
import type { ReadBody } from "./read-body.js";

export function isJsonPatch({ contentType }: ReadBody): boolean {
  return essence(contentType) === "application/json-patch+json";
}

/**
 * The operations of a body that is a JSON Patch.
 *
 * @throws {JsonPatchError} for a malformed one
 */
export function operationsIn({ value, declared }: ReadBody): readonly PatchOperation[] {
  const names = namesIn(declared?.schema ?? {});
  return readJsonPatch(value, names.length > 0 ? names : OPERATIONS);
}

/** The names of operations as a document lists them: some do in capitals. */
function namesIn(schema: Schema): readonly string[] {
  const item = flatten(flatten(schema).items ?? {});
  const kinds = (item.oneOf ?? item.anyOf) ? unionVariants(item) : [item];
  const names = kinds.flatMap(({ properties }) => {
    const { enum: values = [], const: only } = flatten(properties?.["op"] ?? {});
    return [...values, only].filter((name) => typeof name === "string");
  });
  return [...new Set(names)].filter((name) => OPERATIONS.includes(name.toLowerCase()));
}
