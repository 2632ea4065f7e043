/** A request as it is sent, taken apart. */
export interface WireRequest {
  /** Path parameters by their names. */
  readonly path: Record<string, unknown>;
  readonly query: Record<string, unknown>;
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
  const url = new URL(request.url);
  const names = template.split("/");
  const segments = url.pathname.split("/").slice(-names.length);
  const parameters = names.flatMap((name, index) =>
    name.startsWith("{") ? [[name.slice(1, -1), decodeURIComponent(segments[index] ?? "")]] : [],
  );
  const isForm =
    request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded") === true;
  const text = await request.text();
  const parts: WireRequest = {
    path: Object.fromEntries(parameters) as Record<string, unknown>,
    query: Object.fromEntries(url.searchParams),
    ...(text !== "" && {
      body: isForm ? Object.fromEntries(new URLSearchParams(text)) : (JSON.parse(text) as unknown),
    }),
  };
  change(parts);
  url.pathname = template.replace(/\{(.+?)\}/g, (_, name: string) =>
    encodeURIComponent(String(parts.path[name])),
  );
  url.search = String(new URLSearchParams(parts.query as Record<string, string>));
  const { body } = parts;
  return new Request(url, {
    method: request.method,
    headers: request.headers,
    signal: request.signal,
    ...(body !== undefined && {
      body: isForm ? new URLSearchParams(body as Record<string, string>) : JSON.stringify(body),
    }),
  });
}
