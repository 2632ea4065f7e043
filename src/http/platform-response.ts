/** A reason phrase that `new Response` takes (RFC 9112, section 4: without control characters, and of one byte each). */
const REASON_PHRASE = /^[\t\x20-\x7e\x80-\xff]*$/;
/** The statuses whose responses `new Response` gives no body. */
const WITHOUT_BODY = new Set([204, 205, 304]);

/**
 * The response itself, or the platform's `Response` in place of one that the rest of the SDK cannot use: with a Node stream as
 * its body, as node-fetch gives, or a reason phrase that no `Response` can be constructed with, such as one in Cyrillic.
 */
export function platformResponse(response: Response): Response {
  const { status, statusText, url } = response;
  const body: unknown = response.body;
  const hasReason = REASON_PHRASE.test(statusText);
  if (hasReason && !isAsyncIterable(body)) return response;
  const headers = new Headers();
  // Not the whole, which may be of another class.
  response.headers.forEach((value, name) => headers.append(name, value));
  const init = { status, statusText: hasReason ? statusText : "", headers };
  const copy = new Response(WITHOUT_BODY.has(status) ? null : streamOf(body), init);
  return Object.defineProperty(copy, "url", { value: url });
}

/** True for a Node stream. The platform's own streams are iterable too, but have a reader. */
function isAsyncIterable(body: unknown): body is AsyncIterable<Uint8Array> {
  return typeof body === "object" && body !== null && !("getReader" in body) && Symbol.asyncIterator in body;
}

function streamOf(body: unknown): ReadableStream<Uint8Array> | null {
  if (!isAsyncIterable(body)) return body as ReadableStream<Uint8Array> | null;
  const chunks: AsyncIterator<Uint8Array, unknown> = body[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
    async cancel() {
      await chunks.return?.();
    },
  });
}
