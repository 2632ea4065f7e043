import { MAX_ERROR_BODY_BYTES } from "../defaults.js";
import type { ReadResponse } from "../pipeline/call.js";

/**
 * Reads the body to its end, so that what breaks it breaks the attempt, and the connection is free for the next request:
 * cancelling an unread body costs the connection. Of a failure only so much is read as any error body needs.
 *
 * @param parseAs how the caller takes the body of a success; `stream` reads it itself
 */
export function readBody(response: Response, parseAs = "json"): Promise<ReadResponse["content"]> | undefined {
  const { ok, body } = response;
  if (body === null) return undefined;
  if (!ok) return readUpTo(MAX_ERROR_BODY_BYTES, body);
  if (parseAs === "stream") return undefined;
  return parseAs === "json" || parseAs === "text" ? response.text() : response.arrayBuffer();
}

async function readUpTo(limit: number, stream: ReadableStream<Uint8Array>): Promise<string> {
  const reader = stream.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for (let size = 0; size < limit;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(chunks).text();
    chunks.push(value as Uint8Array<ArrayBuffer>);
    size += value.byteLength;
  }
  await reader.cancel();
  return new Blob(chunks).text();
}
