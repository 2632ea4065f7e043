import createFetchClient, { type Middleware } from "openapi-fetch";
import type { Api } from "./api.js";
import { apiKeyFromEnvironment } from "./auth/from-environment.js";
import type { ClientOptions } from "./client-options.js";
import { api as bundledApi } from "./generated/index.js";
import { attempt } from "./http/attempt.js";
import { authorize } from "./http/authorize.js";
import { checkBaseUrl } from "./http/base-url.js";
import { createExchange, type Exchange, type ExchangeInit, type FetchClient } from "./http/exchange.js";
import { compose } from "./http/layer.js";
import { listPages } from "./paging/list-pages.js";
import type { PathClient, TypedPathClient } from "./path-types.js";
import { createResources, operationsOf } from "./resources.js";
import { version } from "./version.js";

const DEFAULT_BASE_URL = "https://api.confluent.cloud";

/** The methods of openapi-fetch's client. */
const METHODS = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

/**
 * The client for an API: its resources, its paths through openapi-fetch, and `paginate`. For bare `paths`, as
 * openapi-typescript makes them, it has the paths and `paginate`.
 */
export type ConfluentClient<Spec = typeof bundledApi> =
  Spec extends Api<infer Paths, infer Resources>
    ? TypedPathClient<Paths> & Resources
    : Spec extends object
      ? PathClient<Spec>
      : never;

/**
 * Makes a client for Confluent Cloud.
 *
 * @param options see {@link ClientOptions}; with the credentials in the environment none is needed
 * @throws {ConfigurationError} when the credentials are missing or half there, or the base URL will not do
 * @example
 * const confluent = createClient({ auth: apiKey({ key, secret }) });
 * for await (const integration of confluent.pim.v1.integrations.list({ environment: "env-00000" })) {
 *   console.log(integration.id, integration.provider);
 * }
 */
export function createClient<Spec extends object = typeof bundledApi>(
  options: ClientOptions<Spec> = {},
): ConfluentClient<NoInfer<Spec>> {
  const { operations } = (options.api ?? bundledApi) as Api;
  const baseUrl = checkBaseUrl(options.baseUrl ?? DEFAULT_BASE_URL);
  const auth = options.auth ?? apiKeyFromEnvironment();
  const byPath = new Map(
    [...operationsOf(operations)].map((operation) => [key(operation.method, operation.path), operation]),
  );

  // Its methods are typed by paths; the checked types of ours are in path-types.ts.
  const fetchClient = createFetchClient({
    baseUrl,
    headers: defaultHeaders(options),
  }) as unknown as FetchClient;
  const exchange = createExchange({
    fetchClient,
    send: compose([authorize(auth, baseUrl)], attempt),
    fetch: options.fetch ?? ((request, init) => globalThis.fetch(request, init)),
    findOperation: (method, path) => byPath.get(key(method, path)),
  });
  const paginate = (path: string, init?: ExchangeInit) =>
    listPages(exchange, path, byPath.get(key("GET", path)), init);

  return {
    ...createResources(exchange, operations),
    ...pathMethods(exchange),
    use: (...middlewares: Middleware[]) => fetchClient.use(...middlewares),
    eject: (...middlewares: Middleware[]) => fetchClient.eject(...middlewares),
    paginate,
  } as unknown as ConfluentClient<NoInfer<Spec>>;
}

/** openapi-fetch's methods: what they resolve to tells success from failure, and they never reject for a status. */
function pathMethods(exchange: Exchange): Record<string, unknown> {
  const request = async (method: string, path: string, init?: ExchangeInit): Promise<object> => {
    const { data, error, response } = await exchange(method.toUpperCase(), path, init);
    return response.ok ? { data, response } : { error: error || statusOnly(response), response };
  };
  const methods = METHODS.map((method) => [
    method,
    (path: string, init?: ExchangeInit) => request(method, path, init),
  ]);
  return { request, ...(Object.fromEntries(methods) as object) };
}

/** A failed answer without a body must not look like a success to `if (error)`; a 429 of this API has none. */
function statusOnly({ status, statusText }: Response): { errors: { status: string; title: string }[] } {
  return { errors: [{ status: String(status), title: statusText || "No reason given" }] };
}

function defaultHeaders({ userAgent, headers }: ClientOptions): Record<string, string | null> {
  const product = `confluent-cloud-sdk/${version}`;
  return {
    Accept: "application/json",
    "User-Agent": userAgent ? `${userAgent} ${product}` : product,
    ...headers,
  };
}

function key(method: string, path: string): string {
  return `${method} ${path}`;
}
