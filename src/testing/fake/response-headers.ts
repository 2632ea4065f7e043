import type { DeclaredResponse } from "../document/schema.js";

/** A response whose document has no request id has none. */
export function requestIdFor(
  declared: DeclaredResponse | undefined,
  id: string,
): Readonly<Record<string, string>> {
  return !declared || declares(declared, "x-request-id") ? { "x-request-id": id } : {};
}

/** A client reads 16 KB of headers together, and fails on more. */
const MAX_LOCATION = 8_000;

/**
 * Where what was created is. A link that is too long for a header is left out, in place of the document's example, too.
 *
 * @param path undefined when nothing was created
 */
export function locationHeader(
  declared: DeclaredResponse,
  path: string | undefined,
  url: URL,
): Readonly<Record<string, string | undefined>> {
  if (path === undefined || !declares(declared, "location")) return {};
  const { href } = new URL(`/${path}`, url);
  return { location: href.length <= MAX_LOCATION ? href : undefined };
}

/** Whether a document has a header for a response. The name is in lower case. */
export function declares({ headers = {} }: DeclaredResponse, name: string): boolean {
  return Object.keys(headers).some((one) => one.toLowerCase() === name);
}

/** Names of headers have no case: two spellings of one are one header. */
export function lowerCaseNames(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** The first header that no response can have, for its name or its value. */
export function unsendableHeader(headers: Readonly<Record<string, string>>): string | undefined {
  const found = Object.entries(headers).find(([name, value]) => {
    try {
      return !new Headers([[name, value]]);
    } catch {
      return true;
    }
  });
  return found?.[0];
}
