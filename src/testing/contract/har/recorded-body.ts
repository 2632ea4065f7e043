import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { jsonOf } from "../json-body.js";
import { MAX_BODY_BYTES } from "../walk/read-body.js";

/** What an archive has of a body, and of its length. */
export interface RecordedContent {
  /** Absent when the program left it out. */
  readonly text: string | undefined;
  readonly isBase64: boolean;
  /** How long the body is, decoded; below 0 when the program does not know. */
  readonly size: number | undefined;
  /** How long it was on the wire; 0 when the program does not know. */
  readonly sent: number;
  /** `Content-Encoding`. */
  readonly encoding: string;
}

/**
 * The body of a recorded response; undefined when it was not recorded, or not to its end. A body is empty only if nothing says
 * that there was one: programs leave out what is long, what they have dropped from memory, and what a user has left.
 */
export function recordedBody({ text, isBase64, size, sent, encoding }: RecordedContent): string | undefined {
  if (text === undefined || text === "") {
    const isEmpty = text === "" ? (size ?? 0) <= 0 : size === 0;
    return isEmpty && sent <= 0 ? "" : undefined;
  }
  const body = (isBase64 ? decode(Buffer.from(text, "base64"), encoding) : text)?.replace(/^\ufeff/, "");
  if (body === undefined || Buffer.byteLength(body) >= (size ?? 0)) return body;
  // The length of another encoding of characters is another one.
  return jsonOf({ body }) === undefined ? undefined : body;
}

/**
 * Programs record a body as it was sent, or decoded. One that is no UTF-8 was sent in an encoding. Undefined for one that is too
 * large once it is decoded.
 */
function decode(bytes: Buffer, encoding: string): string | undefined {
  const text = bytes.toString("utf8");
  const codings = encoding
    .toLowerCase()
    .split(",")
    .map((coding) => coding.trim());
  if (!text.includes("\ufffd")) return text;
  try {
    return codings
      .reduceRight((body, coding) => DECODERS.get(coding)?.(body) ?? body, bytes)
      .toString("utf8");
  } catch (error) {
    return error instanceof RangeError ? undefined : text;
  }
}

/** A few bytes can stand for gigabytes. */
const LIMIT = { maxOutputLength: MAX_BODY_BYTES };

const DECODERS: ReadonlyMap<string, (body: Buffer) => Buffer> = new Map([
  ["gzip", (body) => gunzipSync(body, LIMIT)],
  ["x-gzip", (body) => gunzipSync(body, LIMIT)],
  ["deflate", (body) => inflateSync(body, LIMIT)],
  ["br", (body) => brotliDecompressSync(body, LIMIT)],
]);
