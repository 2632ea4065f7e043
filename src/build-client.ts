import createFetchClient, { type Middleware } from "openapi-fetch";
import type { OperationTree } from "./api.js";
import type { Auth } from "./auth/auth.js";
import type { ClientOptions } from "./client-options.js";
import { BASE_URL } from "./defaults.js";
import { observerOf } from "./events.js";
import { checkBaseUrl } from "./http/base-url.js";
import { createExchange, type Exchange, type ExchangeInit, type FetchClient } from "./http/exchange.js";
import { createPipeline } from "./http/pipeline.js";
import { logTo } from "./logging.js";
import { listPages } from "./paging/list-pages.js";
import { createResources, operationsOf } from "./resources.js";
import { defaultSettings, override } from "./settings.js";
import type { Clock } from "./time/clock.js";
import { userAgentOf } from "./user-agent.js";

/** The methods of openapi-fetch's client. */
const METHODS = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

/** Puts a client together; what it is to its users, `client.ts` says. */
export function buildClient(
  options: ClientOptions & { auth: Auth },
  operations: OperationTree,
  clock: Clock,
): object {
  const baseUrl = checkBaseUrl(options.baseUrl ?? BASE_URL);
  const settings = override(defaultSettings, options);
  const { auth, logger, logLevel = "warn", onEvent } = options;
  const observe = observerOf([onEvent, logger && logTo(logger, logLevel)]);
  const connect = auth.connect.bind(auth);
  const { send, fetch, rateLimit } = createPipeline({ options, baseUrl, settings, clock, observe, connect });

  // Its methods are typed by paths; the checked types of ours are in path-types.ts.
  const fetchClient = createFetchClient({
    baseUrl,
    headers: defaultHeaders(options),
  }) as unknown as FetchClient;
  const byPath = new Map([...operationsOf(operations)].map((one) => [`${one.method} ${one.path}`, one]));
  const findOperation = (method: string, path: string) => byPath.get(`${method} ${path}`);
  const exchange = createExchange({ fetchClient, send, fetch, settings, clock, observe, findOperation });

  return {
    ...createResources(exchange, operations),
    ...pathMethods(exchange),
    use: (...middlewares: Middleware[]) => fetchClient.use(...middlewares),
    eject: (...middlewares: Middleware[]) => fetchClient.eject(...middlewares),
    paginate: (path: string, init?: ExchangeInit) =>
      listPages(exchange, path, findOperation("GET", path), init),
    get rateLimit() {
      return rateLimit();
    },
  };
}

/** openapi-fetch's methods: what they resolve to tells success from failure, and they never reject for a status. */
function pathMethods(exchange: Exchange): object {
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

function defaultHeaders(options: ClientOptions): Record<string, string | null> {
  return { Accept: "application/json", "User-Agent": userAgentOf(options), ...options.headers };
}
