import type { ConfluentError } from "./confluent-error.js";

/**
 * A copy for one of several callers that fail for the same reason: what is written upon an error later (the stack that leads
 * to the caller, `pageToken`, `maybeApplied`) holds for one of them alone.
 */
export function cloneError<E extends ConfluentError>(error: E): E {
  // Not `Object.create`: `inspect` and loggers know an error by how it was made.
  const copy = Object.defineProperties(new Error(), Object.getOwnPropertyDescriptors(error));
  return Object.setPrototypeOf(copy, Object.getPrototypeOf(error) as object) as E;
}
