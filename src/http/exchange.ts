import type { Middleware } from "openapi-fetch";
import type { Operation } from "../api.js";
import { ResponseFormatError, type Attempt } from "../errors/index.js";
import { checkPathParameters, checkRequiredQuery } from "./check-arguments.js";
import type { Call, Fetch, Send } from "./layer.js";
import { linkSignals } from "./link-signals.js";
import { releaseAtEnd } from "./response-body.js";

/** The options of one call: openapi-fetch's own, of which these matter here. */
export interface ExchangeInit {
  readonly params?: { readonly path?: unknown; readonly query?: unknown };
  readonly signal?: AbortSignal | null | undefined;
  readonly fetch?: Fetch;
  readonly parseAs?: string;
  readonly [option: string]: unknown;
}

/** What became of a call, and what an error is to say about it. */
export interface Outcome {
  readonly data?: unknown;
  /** The parsed body of a failed answer; nothing where it has none. */
  readonly error?: unknown;
  readonly response: Response;
  readonly operation: string;
  readonly attempts: readonly Attempt[];
}

/**
 * One call, on the road that all calls take: checks, openapi-fetch, the pipeline of layers. It ends when the signal of
 * its options aborts, or any of the others.
 */
export type Exchange = (
  method: string,
  path: string,
  init?: ExchangeInit,
  ...signals: AbortSignal[]
) => Promise<Outcome>;

/** openapi-fetch's client, as far as the SDK stands on it: it builds requests, runs middlewares and parses bodies. */
export interface FetchClient {
  request(
    method: string,
    path: string,
    init: ExchangeInit,
  ): Promise<{ data?: unknown; error?: unknown; response: Response }>;
  use(...middlewares: Middleware[]): void;
  eject(...middlewares: Middleware[]): void;
}

export interface ExchangeSettings {
  readonly fetchClient: FetchClient;
  /** The pipeline of layers. */
  readonly send: Send;
  /** The `fetch` at its bottom, unless a call brings its own. */
  readonly fetch: Fetch;
  /** The document's operation for a method and path, where there is one. */
  readonly findOperation: (method: string, path: string) => Operation | undefined;
}

export function createExchange({ fetchClient, send, fetch, findOperation }: ExchangeSettings): Exchange {
  return async (method, path, { signal: callerSignal, ...init } = {}, ...signals) => {
    const operation = findOperation(method, path);
    const name = operation?.id ?? `${method} ${path}`;
    checkPathParameters(name, path, init.params?.path);
    checkRequiredQuery(operation, init.params?.query);

    const { signal, release } = linkSignals(callerSignal ? [callerSignal, ...signals] : signals);
    const streams = init.parseAs === "stream";
    const call: Call = { operation: name, signal, fetch: init.fetch ?? fetch, streams, attempts: [] };
    let answer: Response | undefined;
    let streaming = false;
    try {
      signal.throwIfAborted();
      const result = await fetchClient.request(method, path, {
        ...init,
        fetch: async (request: Request) => (answer = await send(request, call)),
      });
      const { response } = result;
      const about = { response, operation: name, attempts: call.attempts };
      if (!response.ok) return { error: result.error, ...about };
      if (!(result.data instanceof ReadableStream)) return { data: result.data, ...about };
      streaming = true;
      return { data: releaseAtEnd(result.data as ReadableStream<Uint8Array>, release), ...about };
    } catch (error) {
      signal.throwIfAborted();
      // openapi-fetch parses the body; what it throws then says neither which call nor which answer.
      if (error instanceof SyntaxError && answer?.ok) throw formatError(answer, call, error);
      throw error;
    } finally {
      if (!streaming) release();
    }
  };
}

function formatError(
  answer: Response,
  { operation, attempts }: Call,
  cause: SyntaxError,
): ResponseFormatError {
  const type = answer.headers.get("content-type") ?? "no content type";
  const message = `${answer.status} with a body that is not JSON but ${type} (${operation})`;
  return new ResponseFormatError(message, { operation, attempts, cause });
}
