/**
 * What of a request and its answer may be shown: named here, or kept back. A list of what to hide would always be one
 * header short.
 */
const HEADERS =
  /^(accept|content-(length|type)|date|location|retry-after|user-agent|x-ratelimit-(limit|remaining|reset)|x-request-id)$/;
const QUERY = /^(environment|page_size|provider|status|display_name)$/;

/** The headers that may be shown; the others are left out. */
export function redactHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => HEADERS.test(name)));
}

/** All query parameters by name; the values of those that may be shown. */
export function redactQuery(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...query].map(([name, value]) => [name, QUERY.test(name) ? value : "[hidden]"]));
}
