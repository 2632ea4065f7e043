import type { BrokenBody, Exchange } from "../exchange.js";
import { recordedBody } from "./recorded-body.js";

type Json = Readonly<Record<string, unknown>>;

/** The form of the name of a header (RFC 9110, section 5.6.2); HTTP/2 has others, such as `:status`. */
const HEADER_NAME = /^[!#$%&'*+.^_`|~\w-]+$/;

/** An entry whose parts have other forms than HAR 1.2 says. */
export class EntryError extends Error {
  /** @param pointer a JSON Pointer into the archive */
  constructor(
    readonly pointer: string,
    problem: string,
  ) {
    super(problem);
  }
}

/**
 * The exchange in an entry of an HTTP Archive; undefined when it has no response of a service. Programs that write archives
 * leave much out, or write null for it, and write numbers as texts and texts as numbers.
 *
 * @param at the pointer of the entry
 * @throws {EntryError} when a part has another form than HAR 1.2 says; it names the place
 */
export function readEntry(entry: unknown, at: string): Exchange | undefined {
  const { request, response } = recordAt(entry, at);
  const { method: verb, url: address } = recordAt(request, `${at}/request`);
  const answer = recordAt(response, `${at}/response`);
  const method = textAt(verb, `${at}/request/method`).toUpperCase();
  const url = textAt(address, `${at}/request/url`);
  const status = numberAt(answer["status"], `${at}/response/status`);
  if (url !== "" && !URL.canParse(url))
    throw new EntryError(`${at}/request/url`, "is not an absolute address");
  if (!/^https?:/i.test(url)) return undefined;
  if (status < 200 || status === 304 || status > 599 || method === "" || method === "OPTIONS")
    return undefined;
  const headers = headersAt(answer["headers"], `${at}/response/headers`);
  // A browser that knows that a host has TLS goes there by itself.
  if (headers.has("non-authoritative-reason")) return undefined;
  return { method, url, status, ...contentAt(answer, headers, `${at}/response`) };
}

/** What Chromium notes of a body that it could not read. */
const BROKEN: ReadonlyMap<string, BrokenBody> = new Map([
  ["net::ERR_CONTENT_DECODING_FAILED", "encoding-mismatch"],
  ["net::ERR_CONTENT_LENGTH_MISMATCH", "body-truncated"],
  ["net::ERR_INCOMPLETE_CHUNKED_ENCODING", "body-truncated"],
]);

function headersAt(value: unknown, at: string): Headers {
  const headers = new Headers();
  if (!Array.isArray(value ?? [])) throw new EntryError(at, "is not a list");
  for (const [index, header] of ((value ?? []) as readonly unknown[]).entries()) {
    const { name, value: text } = recordAt(header, `${at}/${index}`);
    const known = textAt(name, `${at}/${index}/name`);
    if (HEADER_NAME.test(known)) headers.append(known, wireTextOf(textAt(text, `${at}/${index}/value`)));
  }
  return headers;
}

/** A header is bytes: `Headers` has each as a character, and a browser may have recorded the text that they are in UTF-8. */
function wireTextOf(text: string): string {
  const isBytes = /^[\0-\xff]*$/.test(text);
  return (isBytes ? text : Buffer.from(text, "utf8").toString("latin1")).replace(/[\0\r\n]/g, " ");
}

/** The headers and the body. Programs that record no header may still have the media type. */
function contentAt(
  { content, bodySize, _error: error, _failureText: reason }: Json,
  headers: Headers,
  at: string,
): Pick<Exchange, "headers" | "body" | "broken"> {
  const { text, encoding, size, mimeType } = recordAt(content, `${at}/content`);
  const length = numberAt(size, `${at}/content/size`);
  const body = recordedBody({
    text: isThere(text) ? textAt(text, `${at}/content/text`) : undefined,
    isBase64: encoding === "base64",
    size: isThere(size) ? length : undefined,
    sent: Math.max(numberAt(bodySize, `${at}/bodySize`), Number(headers.get("content-length") ?? 0) || 0),
    encoding: headers.get("content-encoding") ?? "",
  });
  const type = textAt(mimeType, `${at}/content/mimeType`);
  if ([...headers].length === 0 && type.includes("/")) headers.set("content-type", wireTextOf(type));
  const failure = textAt(error, `${at}/_error`) || textAt(reason, `${at}/_failureText`);
  // What was read before a request was given up is not the body.
  return { headers, body: failure === "" ? body : undefined, broken: BROKEN.get(failure) };
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function recordAt(value: unknown, at: string): Json {
  if (typeof (value ?? {}) !== "object" || Array.isArray(value)) throw new EntryError(at, "is not an object");
  return (value ?? {}) as Json;
}

function textAt(value: unknown, at: string): string {
  if (typeof value === "string") return value;
  if (value === undefined || value === null) return "";
  if (typeof value !== "number" && typeof value !== "boolean") throw new EntryError(at, "is not a string");
  return String(value);
}

function numberAt(value: unknown, at: string): number {
  const text = textAt(value, at).trim();
  if (!/^(-?\d+)?$/.test(text)) throw new EntryError(at, "is not a whole number");
  return Number(text);
}
