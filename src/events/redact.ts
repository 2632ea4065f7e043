import { printable } from "../util/printable.js";

/*
 * Only allow-listed headers and query values are logged. A list of secrets to hide would miss the next new one.
 */
const ALLOWED_HEADERS =
  /^(accept|content-(length|type)|date|location|retry-after|user-agent|x-ratelimit-(limit|remaining|reset)|x-request-id)$/;
const ALLOWED_QUERY = /^(environment|page_size|provider|status|display_name)$/;

/**
 * The allow-listed headers.
 *
 * @param show returns what is shown of a value
 */
export function redactHeaders(
  headers: Headers,
  show: (value: string) => string = printable,
): Record<string, string> {
  const allowed = [...headers].filter(([name]) => ALLOWED_HEADERS.test(name));
  return Object.fromEntries(
    allowed.map(([name, value]) => [name, show(name === "location" ? redactLocation(value) : value)]),
  );
}

/** A URL without its query and its user information, which may be secrets. */
function redactLocation(location: string): string {
  return location.replace(/(?<=\/\/)[^/?#]*@/, "").replace(/[?#].*/s, "?[hidden]");
}

/** All query parameters by name, with the values of those that are allow-listed. */
export function redactQuery(query: URLSearchParams): Record<string, string> {
  const show = (name: string, value: string): string => (ALLOWED_QUERY.test(name) ? value : "[hidden]");
  return Object.fromEntries([...query].map(([name, value]) => [name, show(name, value)]));
}
