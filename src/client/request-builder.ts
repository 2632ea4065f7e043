import type { Middleware } from "openapi-fetch";
import { bufferedResponse } from "../http/buffered-response.js";
import { checkRequiredHeaders } from "../http/check-headers.js";
import type { RequestBuilder, Result } from "../pipeline/execute.js";
import { streamBody } from "../pipeline/stream-body.js";
import { omitUndefined } from "../util/json.js";
import { omit } from "../util/omit.js";
import { bodyOptionsOf } from "./body-options.js";
import { limitMiddlewares } from "./middleware-timeout.js";
import { readSuccess } from "./read-success.js";
import { urlOptionsOf } from "./url-options.js";

/** openapi-fetch's client, as far as the SDK uses it: it builds requests, runs middlewares and parses bodies. */
export interface FetchClient {
  readonly request: (method: string, path: string, init: object) => Promise<Result>;
  readonly use: (...middlewares: Middleware[]) => void;
  readonly eject: (...middlewares: Middleware[]) => void;
}

/** The options of a call that openapi-fetch must not see: `signal` and `fetch` belong to the pipeline, the rest is ours. */
const OWN_OPTIONS = ["signal", "fetch", "timeoutMs", "totalTimeoutMs", "maxResponseBytes", "retry"];

/**
 * Builds requests with openapi-fetch, whose `fetch` is the pipeline.
 *
 * @param accepts true to ask for what the operation declares; otherwise the client's own headers do
 */
export function createRequestBuilder(fetchClient: FetchClient, accepts: boolean): RequestBuilder {
  return async (operation, init, call, send) => {
    // openapi-fetch is told how to read a body before there is a response, so it reads where there is only JSON.
    const isOurs = init.parseAs === undefined && operation.successes !== undefined;
    const accept = accepts ? { Accept: operation.accept ?? "application/json" } : {};
    const { path, ...urlOptions } = urlOptionsOf(operation, init);
    const requestInit = {
      ...(call.isOneShot && { duplex: "half" }),
      ...omitUndefined(omit(init, OWN_OPTIONS)),
      ...urlOptions,
      ...(isOurs && { parseAs: "stream" }),
      ...bodyOptionsOf(operation, init, accept),
    };
    const { data, error, response } = await limitMiddlewares(
      call,
      async (request) => {
        checkRequiredHeaders(operation, request);
        return bufferedResponse(await send(request, call));
      },
      async (fetch) => {
        const request = (): Promise<Result> =>
          fetchClient.request(operation.method, path, { ...requestInit, fetch });
        const result = await withFormData(request);
        if (!isOurs || !result.response.ok) return result;
        return { ...result, data: await readSuccess(operation, result.response, call) };
      },
    );
    if (!response.ok) return { error, response };
    return { data: isStream(data) ? streamBody(data, call) : data, response };
  };
}

/**
 * openapi-fetch asks of each body, before it waits for anything, whether it is a `FormData`. Some realms, such as those of
 * `node:vm`, have no such class: it is there while openapi-fetch asks.
 */
function withFormData<T>(request: () => T): T {
  const realm = globalThis as { FormData?: unknown };
  if ("FormData" in realm) return request();
  realm.FormData = function FormData() {
    return undefined;
  };
  try {
    return request();
  } finally {
    delete realm.FormData;
  }
}

/** By its shape: a stream of another realm has another class. */
function isStream(data: unknown): data is ReadableStream<Uint8Array> {
  return typeof (data as ReadableStream | null | undefined)?.getReader === "function";
}
