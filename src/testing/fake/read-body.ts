import { flatten, typeOf } from "../document/flat-schema.js";
import { contentFor, essence, isJson, type DeclaredContent } from "../document/media-types.js";
import type { RequestBody } from "../document/schema.js";
import { isTooDeep } from "./malformed.js";
import { objectOf } from "./read-parameters.js";

/** The body of a request, read as its media type says. */
export interface ReadBody {
  /** Undefined when there is none. */
  readonly value: unknown;
  /** The media type of the document that the body has; undefined when the document has another. */
  readonly declared?: DeclaredContent;
  /** The `Content-Type` of the request. */
  readonly contentType: string;
  /** Why the body cannot be read. */
  readonly problem?: string;
}

export async function readBody(request: Request, body: RequestBody | undefined): Promise<ReadBody> {
  const contentType = request.headers.get("content-type") ?? "";
  const bytes = request.body === null ? new Uint8Array() : new Uint8Array(await request.arrayBuffer());
  const declared = contentFor(body?.content ?? {}, contentType);
  const common = { contentType, ...(declared && { declared }) };
  const isText = contentType.startsWith("text/");
  // A text may be empty, and is one all the same.
  if (bytes.length === 0 && !isText) return { ...common, value: undefined };
  const text = new TextDecoder().decode(bytes);
  const isObject = typeOf(flatten(declared?.schema ?? {})) === "object";
  if (isJson(contentType) || (essence(contentType) === "application/octet-stream" && isObject)) {
    try {
      const value = JSON.parse(text) as unknown;
      return isTooDeep(value)
        ? { ...common, value: text, problem: "is nested too deeply" }
        : { ...common, value };
    } catch {
      return { ...common, value: text, problem: "is not JSON" };
    }
  }
  if (essence(contentType) === "application/x-www-form-urlencoded")
    return { ...common, value: objectOf([...new URLSearchParams(text)], declared?.schema ?? {}) };
  return { ...common, value: isText ? text : bytes };
}
