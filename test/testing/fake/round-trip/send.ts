import type { DocumentOperation } from "../../../../src/testing/document/operations.js";
import type { FakeConfluent } from "../../../../src/testing/index.js";

export interface Parts {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Received {
  readonly status: number;
  /** Parsed where it is JSON. */
  readonly body: unknown;
  readonly location: string | null;
}

/** Sends a request for an operation to a fake. */
export async function send(
  fake: FakeConfluent,
  operation: DocumentOperation,
  parts: Parts,
): Promise<Received> {
  const { method, segments, ownQuery, body: declared } = operation;
  const pathname = segments
    .map((segment) =>
      segment.replace(/\{([^{}]*)\}/g, (_, name: string) => encodeURIComponent(String(parts.path[name]))),
    )
    .join("/");
  const url = new URL(`https://api.example.com/${pathname}`);
  for (const [name, value] of Object.entries({ ...ownQuery, ...parts.query }))
    for (const one of [value].flat()) url.searchParams.append(name, String(one));
  const { body } = parts;
  const [mediaType = ""] = Object.keys(declared?.content ?? {});
  const isBasic = operation.security.flat().some(({ kind }) => kind === "basic");
  const response = await fake.fetch(url, {
    method,
    headers: {
      ...parts.headers,
      authorization: isBasic ? `Basic ${btoa("key:secret")}` : "Bearer token",
      ...(body !== undefined && !(body instanceof Blob) && { "content-type": mediaType }),
    },
    ...(body !== undefined && { body: body instanceof Blob ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = /[/+]json/.test(response.headers.get("content-type") ?? "");
  return {
    status: response.status,
    body: isJson && text !== "" ? (JSON.parse(text) as unknown) : text,
    location: response.headers.get("location"),
  };
}
