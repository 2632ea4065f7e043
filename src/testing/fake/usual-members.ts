import type { Schema } from "../document/schema.js";
import { completeValue, isObject, type Json } from "./complete-value.js";

const usual = new WeakMap<Schema, Json>();

/**
 * The members of a resource of which nothing is said: those of the document's examples. A seed has them, and where resources are
 * compared, one that does not say its type is of the usual one, as a schema is `AVRO`.
 */
export function usualMembers(item: Schema): Json {
  let members = usual.get(item);
  if (!members) {
    const value = completeValue(item, {}, { add: "all" });
    usual.set(item, (members = isObject(value) ? value : {}));
  }
  return members;
}
