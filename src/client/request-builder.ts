import { createQuerySerializer, defaultPathSerializer, type Middleware } from "openapi-fetch";
import { bufferedResponse } from "../http/buffered-response.js";
import { contentTypeOf } from "../http/content-type.js";
import { releaseAtEnd } from "../http/release-at-end.js";
import { serializeQuery } from "../http/serialize-query.js";
import type { CallInit, RequestBuilder, Result } from "../pipeline/execute.js";

/** openapi-fetch's client, as far as the SDK uses it: it builds requests, runs middlewares and parses bodies. */
export interface FetchClient {
  request(method: string, path: string, init: object): Promise<Result>;
  use(...middlewares: Middleware[]): void;
  eject(...middlewares: Middleware[]): void;
}

/** The options of a call that openapi-fetch must not see: `signal` and `fetch` belong to the pipeline, the rest is ours. */
const OWN_OPTIONS = new Set(["signal", "fetch", "timeoutMs", "totalTimeoutMs", "maxResponseBytes", "retry"]);

const passThrough = (body: unknown): unknown => body;

/** Builds requests with openapi-fetch, whose `fetch` is the pipeline. */
export function createRequestBuilder(fetchClient: FetchClient): RequestBuilder {
  return async (operation, init, call, send) => {
    const isRaw = operation.body === "raw" || call.isOneShot === true;
    const { path, ...urlOptions } = splitOwnQuery(operation.path, init);
    const result = fetchClient.request(operation.method, path, {
      ...(isRaw && { bodySerializer: passThrough }),
      ...(call.isOneShot && { duplex: "half" }),
      ...withoutOwnOptions(init),
      ...urlOptions,
      headers: {
        // Without null, openapi-fetch would take a body without a known type for JSON; `fetch` derives the type from it.
        "Content-Type": contentTypeOf(operation, init.body) ?? (operation.body === "raw" ? null : undefined),
        ...toObject(init.headers),
      },
      fetch: async (request: Request) => bufferedResponse(await send(request, call)),
    });
    // Raced, because a middleware may never settle.
    const { data, error, response } = await call.scope.race(result);
    if (!response.ok) return { error, response };
    if (!(data instanceof ReadableStream)) return { data, response };
    call.streams = true;
    return { data: releaseAtEnd(data as ReadableStream<Uint8Array>, () => call.scope.release()), response };
  };
}

function withoutOwnOptions(init: CallInit): object {
  const entries = Object.entries(init).filter(
    ([name, value]) => !OWN_OPTIONS.has(name) && value !== undefined,
  );
  return Object.fromEntries(entries);
}

/**
 * A path may have a query of its own: some documents have both `/entity` and `/entity?type=table`. openapi-fetch would add
 * the call's parameters behind a second `?`, so the path's query is put in front of them instead.
 */
function splitOwnQuery(path: string, init: CallInit): { path: string; querySerializer?: unknown } {
  const [pathname = path, ownQuery] = path.split("?", 2);
  if (ownQuery === undefined || !init.params?.query) return { path };
  const { querySerializer = serializeQuery, params } = init;
  const serialize =
    typeof querySerializer === "function"
      ? (querySerializer as typeof serializeQuery)
      : createQuerySerializer(querySerializer as object);
  const filledIn = defaultPathSerializer(ownQuery, (params.path ?? {}) as Record<string, never>);
  return {
    path: pathname,
    querySerializer: (query: object) =>
      [filledIn, serialize(query as never)].filter((part) => part !== "").join("&"),
  };
}

/** Headers as an object, in whichever form they are given. */
function toObject(headers: unknown): object {
  return headers instanceof Headers ? Object.fromEntries(headers) : (headers ?? {});
}
