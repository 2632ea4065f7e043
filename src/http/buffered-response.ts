import type { ReadResponse } from "./read-body.js";

type BufferedConstructor = new (
  content: NonNullable<ReadResponse["content"]>,
  original: Response,
) => Response;
/** Defined with the first response: `extends Response` loads Node's `fetch`, which takes longer than the whole SDK. */
let BufferedResponse: BufferedConstructor | undefined;

/** A `Response` whose body can be read again: the original's has been read. */
export function bufferedResponse({ response, content }: ReadResponse): Response {
  if (content === undefined) return response;
  BufferedResponse ??= defineBufferedResponse();
  return new BufferedResponse(content, response);
}

/** Reads the body from memory. A second stream for a body that has been read would double the cost of a call. */
function defineBufferedResponse(): BufferedConstructor {
  return class BufferedResponse extends Response {
    readonly #content: string | ArrayBuffer;
    readonly #original: Response;
    #copied: Response | undefined;

    constructor(content: string | ArrayBuffer, original: Response) {
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

    /** For methods that need a stream. An empty body becomes null, as a 204 requires. */
    get #stream(): Response {
      const isEmpty = this.#content === "" || (this.#content as ArrayBuffer).byteLength === 0;
      return (this.#copied ??= new Response(isEmpty ? null : this.#content, this));
    }
  };
}
