import type { ConfluentError } from "./confluent-error.js";

/**
 * A copy for one of several callers that share a failure. What is added to an error later (the caller's stack, `pageToken`,
 * `maybeApplied`) belongs to one caller.
 */
export function cloneError<E extends ConfluentError>(error: E): E {
  // Not `Object.create`: `inspect` and loggers recognise only an object that was created as an error.
  const copy = Object.defineProperties(new Error(), Object.getOwnPropertyDescriptors(error));
  return Object.setPrototypeOf(copy, Object.getPrototypeOf(error) as object) as E;
}
