import { MAX_ERROR_BODY_BYTES } from "../defaults.js";
import { wholeNumber } from "./rate-limit-headers.js";

/**
 * The content of a response body: text if the caller asks for JSON or text, otherwise bytes; undefined if there is no body, or
 * if the caller reads it as a stream.
 */
export type BodyContent = string | ArrayBuffer | undefined;

/** A response and its body, read to the end so that the connection is free for the next request. */
export interface ReadResponse {
  readonly response: Response;
  readonly content: BodyContent;
}

/** The body of a success is larger than the client accepts. */
export class BodyLimitError extends Error {}

/**
 * Reads the body to its end, so that a failure while reading fails the attempt, and the connection is free for the next
 * request: cancelling an unread body costs the connection. Of a failed response only as much is read as an error body needs,
 * and as much as can be read: its status is known, even if its body breaks off or cannot be decoded.
 *
 * @param format how the body of a success is read: as JSON unless set; `stream` leaves it unread
 * @param maxBytes the most bytes that a success may have, decoded
 * @throws {BodyLimitError} for a success that has more
 */
export function readBody(
  response: Response,
  format: string | undefined,
  maxBytes: number,
): Promise<BodyContent> | undefined {
  const { ok, body } = response;
  if (body === null) return undefined;
  if (!(body as typeof body | undefined)) return readWhole(response, maxBytes);
  if (!ok) return readUpTo(MAX_ERROR_BODY_BYTES, body).then(({ chunks }) => decode(chunks));
  if (format === "stream") return undefined;
  const isText = format === undefined || format === "json" || format === "text";
  // The platform reads faster, where the length is known beforehand.
  if (lengthOf(response) <= maxBytes) return isText ? response.text() : response.arrayBuffer();
  return readSuccess(body, isText, maxBytes);
}

/** The number of bytes that the headers announce; infinity where they do not, or announce those of a compressed body. */
function lengthOf({ headers }: Response): number {
  const isEncoded = headers.has("content-encoding") || headers.has("transfer-encoding");
  return (isEncoded ? undefined : wholeNumber(headers.get("content-length"))) ?? Infinity;
}

/** React Native and whatwg-fetch know no streams. */
async function readWhole(response: Response, maxBytes: number): Promise<string> {
  if (!response.ok) return response.text().catch(() => "");
  const text = await response.text();
  if (text.length > maxBytes) throw new BodyLimitError();
  return text;
}

async function readSuccess(
  body: ReadableStream<Uint8Array>,
  isText: boolean,
  maxBytes: number,
): Promise<BodyContent> {
  const { chunks, size, error } = await readUpTo(maxBytes + 1, body);
  if (size > maxBytes) throw new BodyLimitError();
  if (error) throw error.reason;
  return isText ? decode(chunks) : join(chunks, size);
}

interface PartialBody {
  readonly chunks: readonly Uint8Array[];
  readonly size: number;
  /** Why the body could not be read to its end. */
  readonly error?: { readonly reason: unknown };
}

/** Reads until there are so many bytes, the body ends, or it breaks. */
async function readUpTo(limit: number, stream: ReadableStream<Uint8Array>): Promise<PartialBody> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    while (size < limit) {
      const { done, value } = await reader.read();
      if (done) return { chunks, size };
      chunks.push(value);
      size += value.byteLength;
    }
    // Not waited for: what the rest of a stream does is of no interest.
    reader.cancel().catch(() => undefined);
    return { chunks, size };
  } catch (reason) {
    return { chunks, size, error: { reason } };
  }
}

/** Not by a `Blob`: that of jsdom, which some test runners put in place of the platform's, has no `text()`. */
function decode(chunks: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join("") + decoder.decode();
}

function join(chunks: readonly Uint8Array[], size: number): ArrayBuffer {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes.buffer;
}
