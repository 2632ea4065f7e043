import { MAX_ERROR_BODY_BYTES } from "../defaults.js";

/**
 * The same answer with its body read to the end, so that what breaks the body breaks it here, and the connection is free
 * for the next request: cancelling an unread body costs the connection. Of a failure only so much is read as any error
 * body needs.
 *
 * @param isText true when the body will be taken for text, as JSON is
 */
export async function bufferBody(response: Response, isText: boolean): Promise<Response> {
  const { ok, body } = response;
  if (body === null) return response;
  const content = ok
    ? await (isText ? response.text() : response.arrayBuffer())
    : await readUpTo(MAX_ERROR_BODY_BYTES, body);
  BufferedResponse ??= defineBufferedResponse();
  return new BufferedResponse(content, response);
}

type Content = string | ArrayBuffer;
type BufferedConstructor = new (content: Content, original: Response) => Response;
/** Made with the first answer: to name its parent is to load Node's `fetch`, which takes longer than all of the SDK. */
let BufferedResponse: BufferedConstructor | undefined;

/** An answer that is read from memory: a second stream, for a body that is there already, would double what a call costs. */
function defineBufferedResponse(): BufferedConstructor {
  return class BufferedResponse extends Response {
    readonly #content: Content;
    readonly #original: Response;
    #copied: Response | undefined;

    constructor(content: Content, original: Response) {
      super(null, original);
      this.#content = content;
      this.#original = original;
    }

    override get url(): string {
      return this.#original.url;
    }
    override text(): Promise<string> {
      return typeof this.#content === "string" ? Promise.resolve(this.#content) : this.#stream.text();
    }
    override async json(): Promise<unknown> {
      return JSON.parse(await this.text()) as unknown;
    }
    override arrayBuffer(): Promise<ArrayBuffer> {
      return this.#stream.arrayBuffer();
    }
    override blob(): Promise<Blob> {
      return this.#stream.blob();
    }
    override formData(): Promise<FormData> {
      return this.#stream.formData();
    }
    override get body(): Response["body"] {
      return this.#stream.body;
    }
    override clone(): Response {
      return new BufferedResponse(this.#content, this.#original);
    }

    /** For what needs a real body. One that is empty is none at all, as a 204 requires. */
    get #stream(): Response {
      const isEmpty = this.#content === "" || (this.#content as ArrayBuffer).byteLength === 0;
      return (this.#copied ??= new Response(isEmpty ? null : this.#content, this));
    }
  };
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
