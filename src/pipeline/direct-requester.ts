import type { Operation } from "../operation.js";
import { parseJson } from "../util/json.js";
import { contentTypeOf, FORM } from "../http/content-type.js";
import type { CallInit, RequestBuilder, Result } from "./execute.js";
import type { ReadResponse } from "./call.js";
import { requestUrl } from "../http/request-url.js";

/** What a body that is a stream requires, and TypeScript's own library does not know. */
const DUPLEX: object = { duplex: "half" };

/** Headers to send; `null` takes away one that comes before. */
export type HeaderOptions = Readonly<Record<string, string | null | undefined>>;

/**
 * Makes the requests of resources itself, as the operation says, and so without the price of what openapi-fetch does for
 * requests of every kind.
 */
export function directRequester(baseUrl: string, defaults: HeaderOptions): RequestBuilder {
  let shared: Headers | undefined;
  return (operation, init, call, send) => {
    // With the first call, as Node takes long to load what belongs to `fetch`.
    shared ??= setAll(new Headers(), defaults);
    const { method, path, body: encoding } = operation;
    const headers = encoding || init.headers ? ownHeaders(shared, operation, init) : shared;
    const body = encoding ? encode(encoding, init.body, headers) : null;
    const url = requestUrl(baseUrl, path, init.params?.path, init.params?.query);
    const requestInit = { method, headers, body, ...DUPLEX };
    call.requestParts = [url, requestInit];
    return send(new Request(url, requestInit), call).then((answer) => parse(answer, init.parseAs));
  };
}

function ownHeaders(shared: Headers, operation: Operation, { body, headers }: CallInit): Headers {
  const own = new Headers(shared);
  const type = contentTypeOf(operation, body);
  if (type !== undefined) own.set("Content-Type", type);
  return headers ? setAll(own, headers as Headers | HeaderOptions) : own;
}

function setAll(headers: Headers, given: Headers | HeaderOptions): Headers {
  const entries: Iterable<[string, string | null | undefined]> =
    given instanceof Headers ? given : Object.entries(given);
  for (const [name, value] of entries) {
    if (value === null) headers.delete(name);
    else if (value !== undefined) headers.set(name, value);
  }
  return headers;
}

/** The body in the form that its type asks for, as a call may give one of its own. */
function encode(encoding: Operation["body"], body: unknown, headers: Headers): BodyInit | null {
  if (body === undefined) return null;
  if (encoding === "raw") return body as BodyInit;
  const isForm = headers.get("content-type") === FORM;
  return isForm ? new URLSearchParams(body as Record<string, string>).toString() : JSON.stringify(body);
}

function parse({ response, content }: ReadResponse, parseAs: CallInit["parseAs"] = "json"): Result {
  if (typeof content !== "string") {
    const type = response.headers.get("content-type") ?? "";
    return { data: content && new Blob([content], { type }), response };
  }
  if (!response.ok) return { error: parseJson(content), response };
  if (parseAs === "text") return { data: content, response };
  return { data: content === "" ? undefined : (JSON.parse(content) as unknown), response };
}
