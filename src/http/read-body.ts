import { MAX_ERROR_BODY_BYTES } from "../defaults.js";

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

/**
 * Reads the body to its end, so that a failure while reading fails the attempt, and the connection is free for the next
 * request: cancelling an unread body costs the connection. Of a failed response only as much is read as an error body needs.
 *
 * @param parseAs how the caller reads the body of a success; `stream` leaves it unread
 */
export function readBody(response: Response, parseAs = "json"): Promise<BodyContent> | undefined {
  const { ok, body } = response;
  if (body === null) return undefined;
  // React Native and whatwg-fetch know no streams.
  if (!ok) return (body as typeof body | undefined) ? readUpTo(MAX_ERROR_BODY_BYTES, body) : response.text();
  if (parseAs === "stream") return undefined;
  return parseAs === "json" || parseAs === "text" ? response.text() : response.arrayBuffer();
}

async function readUpTo(limit: number, stream: ReadableStream<Uint8Array>): Promise<string> {
  const reader = stream.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for (let size = 0; size < limit;) {
    const { done, value } = await reader.read();
    if (done) return decode(chunks);
    chunks.push(value as Uint8Array<ArrayBuffer>);
    size += value.byteLength;
  }
  await reader.cancel();
  return decode(chunks);
}

/** Not by a `Blob`: that of jsdom, which some test runners put in place of the platform's, has no `text()`. */
function decode(chunks: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join("") + decoder.decode();
}
