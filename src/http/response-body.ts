/** The same answer with its body read to the end, so that what breaks the body breaks it here. */
export async function bufferBody(response: Response): Promise<Response> {
  if (response.body === null) return response;
  const { status, statusText, headers, url } = response;
  const body = await response.arrayBuffer();
  // A 204 may have no body at all, not even an empty one.
  const copy = new Response(body.byteLength > 0 ? body : null, { status, statusText, headers });
  return Object.defineProperty(copy, "url", { value: url });
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
