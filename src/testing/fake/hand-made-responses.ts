import { declaredFor } from "./failure-body.js";
import type { DocumentOperation } from "../document/operations.js";
import { problemsByHand } from "./check-by-hand.js";
import type { AnyResponse } from "./handlers.js";
import type { ReadBody } from "./read-body.js";
import type { RequestParameters } from "./read-parameters.js";
import { lowerCaseNames } from "./response-headers.js";
import type { ResponseParts } from "./to-response.js";

export type Handler = (request: never) => unknown;

/** A request that a handler may respond to. */
export interface HandledParts {
  readonly request: Request;
  readonly operation: DocumentOperation;
  readonly parameters: RequestParameters;
  readonly body: ReadBody;
}

/** The handlers of a fake, and what was wrong with them and their responses. */
export class HandMadeResponses {
  readonly #handlers: { readonly id: string; readonly handler: Handler }[] = [];

  constructor(private readonly problems: string[]) {}

  add(id: string, handler: Handler): void {
    this.#handlers.unshift({ id, handler });
  }

  clear(): void {
    this.#handlers.length = 0;
  }

  /** What the first handler responds with that has a response; undefined when none has. */
  async responseTo({
    request,
    operation,
    parameters,
    body,
  }: HandledParts): Promise<ResponseParts | undefined> {
    for (const { id, handler } of this.#handlers) {
      if (id !== operation.id) continue;
      // Copies: what a handler does to them changes neither the record of the request nor what the fake makes of it.
      const response = await this.#ask(id, handler, {
        params: structuredClone(parameters.path),
        query: structuredClone(parameters.query),
        headers: new Headers(request.headers),
        body: structuredClone(body.value),
      });
      if (!response) continue;
      this.problems.push(...problemsByHand(operation, response));
      const declared = declaredFor(operation, response.status);
      const [mediaType] = Object.keys(declared?.content ?? {});
      const { status, headers = {} } = response;
      return { status, declared, mediaType, body: response.body, headers: lowerCaseNames(headers) };
    }
    return undefined;
  }

  /** That a handler throws is a problem too: a client may take its error for a lost connection, and try again. */
  async #ask(id: string, handler: Handler, handled: object): Promise<AnyResponse | undefined> {
    try {
      return (await handler(handled as never)) as AnyResponse | undefined;
    } catch (error) {
      this.problems.push(
        `The handler of ${id} threw: ${error instanceof Error ? error.message : String(error)}`,
      );
      throw error;
    }
  }
}
