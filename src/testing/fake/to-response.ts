import { exampleValue } from "../document/example-value.js";
import { essence, isJson } from "../document/media-types.js";
import type { DeclaredResponse } from "../document/schema.js";
import type { StoredFile } from "./store.js";

/** What a response is made of. */
export interface ResponseParts {
  readonly status: number;
  /** What the document has for the status. */
  readonly declared?: DeclaredResponse | undefined;
  readonly mediaType?: string | undefined;
  readonly body?: unknown;
  readonly file?: StoredFile | undefined;
  /** By their names in lower case. They come before the document's examples; one that is undefined is left out. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

const NO_BODY = new Set([101, 204, 205, 304]);

/** Makes a response that has the headers that its document declares. */
export function toResponse(parts: ResponseParts, accept: string | null): Response {
  const { status, declared, body, file } = parts;
  const headers = new Headers();
  for (const [name, header] of Object.entries(declared?.headers ?? {})) {
    if (!(name.toLowerCase() in parts.headers)) headers.set(name, textOf(exampleValue(header, "response")));
  }
  for (const [name, value] of Object.entries(parts.headers))
    if (value !== undefined) headers.set(name, value);
  if (file) {
    headers.set("content-type", file.contentType);
    return new Response(file.bytes as Uint8Array<ArrayBuffer>, { status, headers });
  }
  if (body === undefined || NO_BODY.has(status)) return new Response(null, { status, headers });
  const mediaType = chooseMediaType(parts, accept);
  headers.set("content-type", concrete(mediaType));
  const isText = !isJson(mediaType) && typeof body === "string";
  const content =
    body instanceof Uint8Array ? (body as Uint8Array<ArrayBuffer>) : isText ? body : JSON.stringify(body);
  return new Response(content, { status, headers });
}

/** Of the media types that a success declares, the one that the caller prefers. */
function chooseMediaType(
  { status, declared, mediaType = "application/json" }: ResponseParts,
  accept: string | null,
): string {
  const types = Object.keys(declared?.content ?? {});
  if (accept === null || types.length < 2 || status >= 400) return mediaType;
  const wanted = accept
    .split(",")
    .map((one) => ({ type: essence(one), weight: Number(/;\s*q=([\d.]+)/.exec(one)?.[1] ?? 1) }))
    .sort((one, other) => other.weight - one.weight);
  for (const { type } of wanted) {
    const found = types.find((one) => essence(one) === type);
    if (found !== undefined) return found;
  }
  return mediaType;
}

/** A quality is the document's, not the response's; a range stands for one of its types. */
function concrete(mediaType: string): string {
  return mediaType
    .replace(/;\s*qs=[\d.]+/, "")
    .replace(/^image\/\*/, "image/png")
    .replace("*/*", "application/octet-stream");
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Cuts a response off in the middle of its body, as a connection that breaks does. */
export async function truncated(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => controller.enqueue(bytes.slice(0, Math.floor(bytes.length / 2))),
    pull: (controller) => controller.error(new TypeError("terminated")),
  });
  const { status, headers } = response;
  return new Response(NO_BODY.has(status) ? null : stream, { status, headers });
}
