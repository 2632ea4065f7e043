import type { Schema } from "../document/schema.js";
import { completeValue, isObject, type Json } from "./complete-value.js";

const usual = new WeakMap<Schema, Json>();

/**
 * The values that a resource has where none are sent: those of the document's examples. Seeds have them, and resources are
 * compared with them: a schema without a type is an `AVRO` schema.
 */
export function usualMembers(item: Schema): Json {
  let members = usual.get(item);
  if (!members) {
    const value = completeValue(item, {}, { add: "all" });
    usual.set(item, (members = isObject(value) ? value : {}));
  }
  return members;
}
