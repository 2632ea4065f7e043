import type { Middleware } from "openapi-fetch";
import { bufferedResponse } from "../http/buffered-response.js";
import { checkRequiredHeaders } from "../http/check-headers.js";
import { releaseAtEnd } from "../http/release-at-end.js";
import type { RequestBuilder, Result } from "../pipeline/execute.js";
import { omitUndefined } from "../util/json.js";
import { omit } from "../util/omit.js";
import { bodyOptionsOf } from "./body-options.js";
import { limitMiddlewares } from "./middleware-timeout.js";
import { urlOptionsOf } from "./url-options.js";

/** openapi-fetch's client, as far as the SDK uses it: it builds requests, runs middlewares and parses bodies. */
export interface FetchClient {
  readonly request: (method: string, path: string, init: object) => Promise<Result>;
  readonly use: (...middlewares: Middleware[]) => void;
  readonly eject: (...middlewares: Middleware[]) => void;
}

/** The options of a call that openapi-fetch must not see: `signal` and `fetch` belong to the pipeline, the rest is ours. */
const OWN_OPTIONS = ["signal", "fetch", "timeoutMs", "totalTimeoutMs", "maxResponseBytes", "retry"];

/** Builds requests with openapi-fetch, whose `fetch` is the pipeline. */
export function createRequestBuilder(fetchClient: FetchClient): RequestBuilder {
  return async (operation, init, call, send) => {
    const { path, ...urlOptions } = urlOptionsOf(operation, init);
    const requestInit = {
      ...(call.isOneShot && { duplex: "half" }),
      ...omitUndefined(omit(init, OWN_OPTIONS)),
      ...urlOptions,
      ...bodyOptionsOf(operation, init),
    };
    const { data, error, response } = await limitMiddlewares(
      call,
      async (request) => {
        checkRequiredHeaders(operation, request);
        return bufferedResponse(await send(request, call));
      },
      (fetch) => withFormData(() => fetchClient.request(operation.method, path, { ...requestInit, fetch })),
    );
    if (!response.ok) return { error, response };
    if (!isStream(data)) return { data, response };
    call.streams = true;
    return { data: releaseAtEnd(data, () => call.scope.release()), response };
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
