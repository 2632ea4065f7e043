/** A request as it is sent, taken apart. */
export interface WireRequest {
  /** Path parameters by their names. */
  readonly path: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  readonly header: Record<string, unknown>;
  /** Absent when there is none. */
  body?: unknown;
}

/** Changes a request. */
export type Change = (request: WireRequest) => void;

/** Puts a value at a place such as `body`, `config`, `kind`. */
export function setAt(
  keys: readonly string[],
  value: unknown,
  when: "always" | "if absent" = "always",
): Change {
  return (request) => {
    const [holder, key] = placeIn(request, keys);
    if (when === "always" || holder[key] === undefined) holder[key] = structuredClone(value);
  };
}

export function removeAt(keys: readonly string[]): Change {
  return (request) => {
    const [holder, key] = placeIn(request, keys);
    Reflect.deleteProperty(holder, key);
  };
}

function placeIn(request: WireRequest, keys: readonly string[]): [Record<string, unknown>, string] {
  const holder = keys
    .slice(0, -1)
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], request);
  return [holder as Record<string, unknown>, keys.at(-1) ?? ""];
}

/**
 * A request with a change made to it.
 *
 * @param template the path that it is for, as the document has it
 */
export async function changed(request: Request, template: string, change: Change): Promise<Request> {
  const parts = await takeApart(request, template);
  change(parts);
  return putTogether(request, template, parts);
}

/** @param template the path that it is for, as the document has it */
export async function takeApart(request: Request, template: string): Promise<WireRequest> {
  const { pathname, searchParams } = new URL(request.url);
  const text = await request.clone().text();
  const { decode } = notationOf(request.headers.get("content-type") ?? "");
  return {
    path: pathParametersOf(withoutQuery(template), pathname),
    query: Object.fromEntries(
      [...new Set(searchParams.keys())].map((name) => [name, severalOrOne(searchParams.getAll(name))]),
    ),
    header: Object.fromEntries(request.headers),
    ...(text !== "" && { body: decode(text) }),
  };
}

/** A request in the place of another one, made of its parts. */
export function putTogether(
  { url: address, method, signal }: Request,
  template: string,
  { path, query, header, body }: WireRequest,
): Request {
  const url = new URL(address);
  url.pathname = withoutQuery(template).replace(/\{(.+?)\}/g, (_, name: string) =>
    encodeURIComponent(String(path[name])),
  );
  url.search = searchOf(query);
  const headers = new Headers(header as Record<string, string>);
  const { encode } = notationOf(headers.get("content-type") ?? "");
  return new Request(url, { method, headers, signal, ...(body !== undefined && { body: encode(body) }) });
}

function withoutQuery(template: string): string {
  return template.split("?")[0] ?? "";
}

interface Notation {
  readonly decode: (text: string) => unknown;
  readonly encode: (body: unknown) => string;
}

function notationOf(contentType: string): Notation {
  if (contentType.startsWith("application/x-www-form-urlencoded")) {
    return {
      decode: (text) => Object.fromEntries(new URLSearchParams(text)),
      encode: (body) => String(new URLSearchParams(body as Record<string, string>)),
    };
  }
  if (/^(image|text)\//.test(contentType)) return { decode: (text) => text, encode: String };
  return { decode: JSON.parse, encode: JSON.stringify };
}

function pathParametersOf(template: string, pathname: string): Record<string, unknown> {
  const names = Array.from(template.matchAll(/\{(.+?)\}/g), ([, name = ""]) => name);
  const pattern = template
    .split(/\{.+?\}/)
    .map((literal) => literal.replace(/[.*+?^$()|[\]\\]/g, "\\$&"))
    .join("([^/]*)");
  const values = new RegExp(`^${pattern}$`).exec(pathname)?.slice(1) ?? [];
  return Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(values[index] ?? "")]));
}

function severalOrOne(values: readonly string[]): unknown {
  return values.length === 1 ? values[0] : values;
}

/** Each item of an array under the same name. */
function searchOf(query: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((item) => [name, String(item)]),
  );
  return String(new URLSearchParams(entries));
}
