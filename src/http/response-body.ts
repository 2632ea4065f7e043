import { MAX_ERROR_BODY_BYTES } from "../defaults.js";

/**
 * The same answer with its body read to the end, so that what breaks the body breaks it here, and the connection is free
 * for the next request: cancelling an unread body costs the connection. Of a failure only so much is read as any error
 * body needs.
 */
export async function bufferBody(response: Response): Promise<Response> {
  if (response.body === null) return response;
  const { status, statusText, headers, url } = response;
  const body = response.ok
    ? await response.arrayBuffer()
    : await readUpTo(MAX_ERROR_BODY_BYTES, response.body);
  // A 204 may have no body at all, not even an empty one.
  const copy = new Response(body.byteLength > 0 ? body : null, { status, statusText, headers });
  return Object.defineProperty(copy, "url", { value: url });
}

async function readUpTo(limit: number, stream: ReadableStream<Uint8Array>): Promise<ArrayBuffer> {
  const reader = stream.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for (let size = 0; size < limit;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(chunks).arrayBuffer();
    chunks.push(value as Uint8Array<ArrayBuffer>);
    size += value.byteLength;
  }
  await reader.cancel();
  return new Blob(chunks).arrayBuffer();
}

/** The same stream, calling `release` once it has ended, failed or been cancelled. */
export function releaseAtEnd(
  stream: ReadableStream<Uint8Array>,
  release: () => void,
): ReadableStream<Uint8Array> {
  const reader = stream.getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) {
          release();
          controller.close();
        } else {
          controller.enqueue(value);
        }
      } catch (error) {
        release();
        controller.error(error);
      }
    },
    cancel(reason) {
      release();
      return reader.cancel(reason);
    },
  });
}
