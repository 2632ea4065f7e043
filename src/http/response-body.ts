import { MAX_ERROR_BODY_BYTES } from "../defaults.js";

/**
 * The same answer with its body read to the end, so that what breaks the body breaks it here, and the connection is free
 * for the next request: cancelling an unread body costs the connection. Of a failure only so much is read as any error
 * body needs.
 */
export async function bufferBody(response: Response): Promise<Response> {
  if (response.body === null) return response;
  const bytes = response.ok
    ? await response.arrayBuffer()
    : await readUpTo(MAX_ERROR_BODY_BYTES, response.body);
  BufferedResponse ??= defineBufferedResponse();
  return new BufferedResponse(bytes, response);
}

const decoder = new TextDecoder();

type BufferedConstructor = new (bytes: ArrayBuffer, original: Response) => Response;
/** Made with the first answer: to name its parent is to load Node's `fetch`, which takes longer than all of the SDK. */
let BufferedResponse: BufferedConstructor | undefined;

/** An answer that is read from memory: a second stream, for a body that is there already, would double what a call costs. */
function defineBufferedResponse(): BufferedConstructor {
  return class BufferedResponse extends Response {
    readonly #bytes: ArrayBuffer;
    readonly #original: Response;
    #copied: Response | undefined;

    constructor(bytes: ArrayBuffer, original: Response) {
      super(null, original);
      this.#bytes = bytes;
      this.#original = original;
    }

    override get url(): string {
      return this.#original.url;
    }
    override text(): Promise<string> {
      return Promise.resolve(decoder.decode(this.#bytes));
    }
    override async json(): Promise<unknown> {
      return JSON.parse(await this.text()) as unknown;
    }
    override arrayBuffer(): Promise<ArrayBuffer> {
      return Promise.resolve(this.#bytes);
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
      return new BufferedResponse(this.#bytes, this.#original);
    }

    /** For what needs a real body. One without bytes is none at all, as a 204 requires. */
    get #stream(): Response {
      return (this.#copied ??= new Response(this.#bytes.byteLength > 0 ? this.#bytes : null, this));
    }
  };
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
