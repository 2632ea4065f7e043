/** A reason phrase that `new Response` takes (RFC 9112, section 4: without control characters, and of one byte each). */
const REASON_PHRASE = /^[\t\x20-\x7e\x80-\xff]*$/;
/** The statuses whose responses `new Response` gives no body. */
const WITHOUT_BODY = new Set([204, 205, 304]);

/**
 * The response itself, or the platform's `Response` in place of one that the rest of the SDK cannot use: with a Node stream as
 * its body, as node-fetch gives, or a reason phrase that no `Response` can be constructed with, such as one in Cyrillic.
 *
 * @throws {Error} for what is no response: functions of mock libraries return undefined unless told otherwise
 */
export function platformResponse(response: Response): Response {
  const { status, statusText, url, headers: given } = checkResponse(response);
  const body: unknown = response.body;
  const hasReason = REASON_PHRASE.test(statusText);
  if (hasReason && !isAsyncIterable(body)) return response;
  const headers = new Headers();
  // Not the whole, which may be of another class.
  given.forEach((value, name) => headers.append(name, value));
  const init = { status, statusText: hasReason ? statusText : "", headers };
  const copy = new Response(WITHOUT_BODY.has(status) ? null : streamOf(body), init);
  return Object.defineProperty(copy, "url", { value: url });
}

/** By its shape, because it may be of another class. */
function checkResponse(response: unknown): Response {
  const { status, headers } = (response ?? {}) as Partial<Response>;
  if (typeof status === "number" && typeof headers?.get === "function") return response as Response;
  const isData = typeof response === "object" && response !== null;
  const what = isData
    ? "an object without status or `Headers`"
    : response === null
      ? "null"
      : typeof response;
  // Not a TypeError, which would be taken for a failure of the network.
  throw new Error(`\`fetch\` resolved to ${what} and not to a Response`);
}

/** True for a Node stream. The platform's own streams are iterable too, but have a reader. */
function isAsyncIterable(body: unknown): body is AsyncIterable<Uint8Array | string> {
  return typeof body === "object" && body !== null && !("getReader" in body) && Symbol.asyncIterator in body;
}

function streamOf(body: unknown): ReadableStream<Uint8Array> | null {
  if (!isAsyncIterable(body)) return body as ReadableStream<Uint8Array> | null;
  const chunks: AsyncIterator<Uint8Array | string, unknown> = body[Symbol.asyncIterator]();
  // Of a stream with `setEncoding`.
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === "string" ? encoder.encode(value) : new Uint8Array(value));
    },
    async cancel() {
      await chunks.return?.();
    },
  });
}
