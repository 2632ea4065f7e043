import { ConfigurationError } from "../errors/index.js";
import { unreadable } from "../util/unreadable.js";

/**
 * Checks what should be an object of names and values, or be left out. Returns an empty one for null, as for undefined.
 *
 * @param name names it in the error, such as `listPimV1Integrations: the query`
 * @throws {ConfigurationError} for any other value, such as a list or a `URLSearchParams`
 */
export function checkObject(value: unknown, name: string): object {
  const what = Array.isArray(value) ? "a list" : unreadable(value);
  if (what === undefined && typeof (value ?? {}) === "object") return value ?? {};
  throw new ConfigurationError(`${name} must be an object, not ${what ?? `a ${typeof value}`}`);
}
