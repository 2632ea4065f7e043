import createFetchClient, { type Middleware } from "openapi-fetch";
import type { Operation, OperationTree } from "../operation.js";
import type { Core } from "./core.js";
import { bufferedResponse } from "../http/buffered-response.js";
import { contentTypeOf } from "../http/content-type.js";
import type { Execute, CallInit, RequestBuilder, Result } from "../pipeline/execute.js";
import { releaseAtEnd } from "../http/release-at-end.js";
import { serializeQuery } from "../http/request-url.js";
import { listPages } from "../paging/list-pages.js";
import { isOperation } from "./resources.js";

/** The methods of openapi-fetch's client. */
const METHODS = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

/** The options of a call that are not openapi-fetch's to see: its own signal and `fetch` are those of the pipeline. */
const OWN_OPTIONS = new Set(["signal", "fetch", "timeoutMs", "totalTimeoutMs", "retry"]);

/** openapi-fetch's client, as far as the SDK stands on it: it builds requests, runs middlewares and parses bodies. */
export interface FetchClient {
  request(method: string, path: string, init: object): Promise<Result>;
  use(...middlewares: Middleware[]): void;
  eject(...middlewares: Middleware[]): void;
}

/** The client of paths: openapi-fetch on the SDK's pipeline. */
export interface PathClient {
  /** openapi-fetch's methods, and `paginate`. Their types are in path-types.ts. */
  readonly methods: object;
  /** Calls by way of openapi-fetch. */
  readonly exchange: Execute;
  /** True once there has been a middleware, which sees the calls of resources too. */
  readonly hadMiddlewares: () => boolean;
}

export function createPathClient(core: Core, operations: OperationTree): PathClient {
  const fetchClient = createFetchClient({
    baseUrl: core.baseUrl,
    headers: core.headers,
    querySerializer: serializeQuery,
  }) as unknown as FetchClient;
  const exchange = core.createExecute(openapiFetchRequester(fetchClient));
  const byPath = new Map([...operationsOf(operations)].map((one) => [`${one.method} ${one.path}`, one]));
  const operationAt = (method: string, path: string): Operation => {
    const id = `${method} ${path}`;
    return byPath.get(id) ?? { id, method: method as Operation["method"], path };
  };
  const request = async (method: string, path: string, init?: CallInit): Promise<object> => {
    const { data, error, response } = await exchange(operationAt(method.toUpperCase(), path), init);
    return response.ok ? { data, response } : { error: error || statusOnly(response), response };
  };
  const methods = METHODS.map((method) => [
    method,
    (path: string, init?: CallInit) => request(method, path, init),
  ]);
  let hadMiddlewares = false;
  return {
    methods: {
      ...(Object.fromEntries(methods) as object),
      request,
      paginate: (path: string, init?: CallInit) => listPages(exchange, operationAt("GET", path), init),
      use(...middlewares: Middleware[]) {
        fetchClient.use(...middlewares);
        hadMiddlewares = true;
      },
      eject: (...middlewares: Middleware[]) => fetchClient.eject(...middlewares),
    },
    exchange,
    hadMiddlewares: () => hadMiddlewares,
  };
}

/** Makes requests with openapi-fetch, whose `fetch` is the pipeline. */
function openapiFetchRequester(fetchClient: FetchClient): RequestBuilder {
  return async (operation, init, call, send) => {
    const own = Object.entries(init).filter(([name]) => !OWN_OPTIONS.has(name));
    const type = contentTypeOf(operation, init.body);
    const sent = fetchClient.request(operation.method, operation.path, {
      ...(Object.fromEntries(own) as object),
      ...(call.isOneShot && { duplex: "half" }),
      ...(type && { headers: { "Content-Type": type, ...plain(init.headers) } }),
      fetch: async (request: Request) => bufferedResponse(await send(request, call)),
    });
    // A middleware may hang.
    const { data, error, response } = await call.scope.race(sent);
    if (!response.ok) return { error, response };
    if (!(data instanceof ReadableStream)) return { data, response };
    call.streams = true;
    return { data: releaseAtEnd(data as ReadableStream<Uint8Array>, () => call.scope.release()), response };
  };
}

/** Headers as an object, whichever way they are given. */
function plain(headers: unknown): object {
  return headers instanceof Headers ? Object.fromEntries(headers) : (headers ?? {});
}

/** A failed answer without a body must not look like a success to `if (error)`; a 429 of this API has none. */
function statusOnly({ status, statusText }: Response): { errors: { status: string; title: string }[] } {
  return { errors: [{ status: String(status), title: statusText || "No reason given" }] };
}

/** All operations of a table. */
function* operationsOf(tree: OperationTree): Generator<Operation> {
  for (const node of Object.values(tree)) {
    if (isOperation(node)) yield node;
    else yield* operationsOf(node);
  }
}
