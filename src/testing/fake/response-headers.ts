import type { DeclaredResponse } from "../document/schema.js";

/** A response whose document has no request id has none. */
export function requestIdFor(
  declared: DeclaredResponse | undefined,
  id: string,
): Readonly<Record<string, string>> {
  return !declared || declares(declared, "x-request-id") ? { "x-request-id": id } : {};
}

/** Whether a document has a header for a response. The name is in lower case. */
export function declares({ headers = {} }: DeclaredResponse, name: string): boolean {
  return Object.keys(headers).some((one) => one.toLowerCase() === name);
}
