import { pathParameters } from "./check-arguments.js";

/** The URL of a call: the path with its parameters filled in, and the query. The path may have a query of its own. */
export function requestUrl(baseUrl: string, path: string, values: unknown, query: unknown): string {
  const parameters = values as Readonly<Record<string, unknown>>;
  let url = baseUrl + path;
  for (const name of pathParameters(path)) url = url.replace(`{${name}}`, () => inPath(parameters[name]));
  const search = serializeQuery(query);
  return search ? `${url}${path.includes("?") ? "&" : "?"}${search}` : url;
}

/** OpenAPI's default for path parameters: `simple`, with commas in arrays and objects. */
function inPath(value: unknown): string {
  if (typeof value !== "object" || value === null) return encodeURIComponent(value as string);
  const parts: unknown[] = Array.isArray(value) ? value : Object.entries(value).flat();
  return parts.map(inPath).join(",");
}

/** OpenAPI's default for query parameters: `form`, with a name for each item of an array. Objects are `deepObject`. */
export function serializeQuery(query: unknown): string {
  let search = "";
  const add = (name: string, value: unknown): void => {
    if (value === undefined || value === null) return;
    if (Array.isArray(value)) for (const item of value) add(name, item);
    else if (value instanceof Date) add(name, value.toISOString());
    else if (typeof value === "object")
      for (const [key, member] of Object.entries(value)) add(`${name}[${key}]`, member);
    else search += `${search && "&"}${name}=${encodeURIComponent(value as string)}`;
  };
  for (const [name, value] of Object.entries(query ?? {})) add(name, value);
  return search;
}
