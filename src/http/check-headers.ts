import { ConfigurationError } from "../errors/index.js";
import type { Operation } from "../operation.js";

/**
 * Checks headers before `fetch` does, whose error would show the value and not the name.
 *
 * @param what names the headers in the error, such as `headers`
 * @throws {ConfigurationError} naming the header whose name or value cannot be sent (RFC 9110, section 5)
 */
export function checkHeaders(headers: unknown, what: string): void {
  if (headers === undefined || headers === null || headers instanceof Headers) return;
  if (typeof headers !== "object")
    throw new ConfigurationError(`${what} must be an object, not ${typeof headers}`);
  const entries = Symbol.iterator in headers ? [...(headers as Headers)] : Object.entries(headers);
  for (const [name, value] of entries as [string, unknown][]) {
    if (value === undefined || value === null) continue;
    for (const one of [value].flat()) checkHeader(name, one, what);
  }
}

/**
 * Checks headers that are merged with others, name by name.
 *
 * @throws {ConfigurationError} as {@link checkHeaders} does, and for a `Headers`, a `Map` or a list
 */
export function checkHeaderRecord(headers: unknown, what: string): void {
  if (typeof headers === "object" && headers !== null && Symbol.iterator in headers) {
    throw new ConfigurationError(`${what} must be an object with the names as its keys`);
  }
  checkHeaders(headers, what);
}

/**
 * Refuses a request without a header that the document requires. The call may have set it, the client or a middleware.
 *
 * @throws {ConfigurationError} naming the operation and the header
 */
export function checkRequiredHeaders({ id, requiredHeaders = [] }: Operation, { headers }: Request): void {
  const missing = requiredHeaders.find((name) => !headers.has(name));
  if (missing === undefined) return;
  const problem = `the header \`${missing}\` is missing; it is required`;
  throw new ConfigurationError(`${id}: ${problem}`, { operation: id });
}

function checkHeader(name: string, value: unknown, what: string): void {
  const header = `${what}: the header ${JSON.stringify(name)}`;
  if (!/^[!#$%&'*+.^`|~\w-]+$/.test(name)) {
    throw new ConfigurationError(`${header} has a name with characters that no header's name may have`);
  }
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
    throw new ConfigurationError(`${header} must be a string, not ${typeof value}`);
  }
  // Not `new Headers`, which trims a line break at the end: it would be in the middle of `User-Agent`.
  if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(String(value))) {
    throw new ConfigurationError(
      `${header} has a value with line breaks or characters outside of Latin-1; encode it, with encodeURIComponent for example`,
    );
  }
}
