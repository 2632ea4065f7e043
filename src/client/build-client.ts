import createFetchClient, { type Middleware } from "openapi-fetch";
import type { Auth } from "../auth/auth.js";
import { BASE_URL } from "../defaults.js";
import { ConfigurationError } from "../errors/index.js";
import { observerOf, type Observer } from "../events/events.js";
import { logEvents } from "../events/log-events.js";
import { checkBaseUrl } from "../http/check-url.js";
import { successFormat } from "../http/declared-success.js";
import { serializeBody } from "../http/serialize-body.js";
import { serializeQuery } from "../http/serialize-query.js";
import { userAgentOf } from "../http/user-agent.js";
import type { OperationTree } from "../operation.js";
import { checkSuccess } from "../pipeline/check-success.js";
import { createExecute } from "../pipeline/execute.js";
import { createPipeline, type Pipeline } from "../pipeline/pipeline.js";
import { defaultSettings, mergeSettings, type Settings } from "../pipeline/settings.js";
import { systemClock, type Clock } from "../time/clock.js";
import { checkInit } from "./check-init.js";
import { checkClientOptions } from "./check-options.js";
import type { BaseClientOptions } from "./client-options.js";
import { checkOverrides, type ClientOverrides } from "./client-overrides.js";
import { withStyledHeaders } from "./header-options.js";
import { listMiddlewares } from "./list-middlewares.js";
import { completeOperations, type Operations } from "./operation-tree.js";
import { createPathClient } from "./path-client.js";
import { createRequestBuilder, type FetchClient } from "./request-builder.js";
import { createResources } from "./resources.js";

/**
 * Puts a client together: its resources, its path methods, and one pipeline for both. `create-client.ts` has its types.
 *
 * @param random a number from 0 up to 1, for jitter
 * @throws {ConfigurationError} when an option is missing or wrong
 */
export function buildClient(
  options: BaseClientOptions & { auth: Auth },
  tree: OperationTree,
  clock: Clock = systemClock,
  random: () => number = Math.random,
): object {
  // A program in JavaScript may leave it out.
  if (!(options as Partial<BaseClientOptions> | undefined)?.auth) {
    throw new ConfigurationError(
      "`auth` is missing; pass apiKey(), stsToken() or bearerToken(), or noAuth()",
    );
  }
  checkClientOptions(options);
  const { auth, fetch, maxConcurrency, rateLimiter, userAgent, redirectOrigins, logger, logLevel, onEvent } =
    options;
  const baseUrl = checkBaseUrl(options.baseUrl ?? BASE_URL);
  const settings = mergeSettings(defaultSettings, options);
  const observe = observerOf([onEvent, logger && logEvents(logger, logLevel)]);
  const pipeline = createPipeline({
    auth,
    baseUrl,
    fetch,
    maxConcurrency,
    rateLimiter,
    userAgent,
    redirectOrigins,
    settings,
    clock,
    random,
    observe,
  });
  const headers = { "User-Agent": userAgentOf(options), ...options.headers };
  const shared = { baseUrl, operations: completeOperations(tree), pipeline, clock, observe };
  return assemble(shared, { headers, settings, middlewares: [] });
}

/** What a client has in common with those that its `withOptions` creates. */
interface Shared {
  readonly baseUrl: string;
  readonly operations: Operations;
  readonly pipeline: Pipeline;
  readonly clock: Clock;
  readonly observe: Observer | undefined;
}

/** What each of those clients has for itself. */
interface Own {
  readonly headers: Record<string, string | null>;
  readonly settings: Settings;
  readonly middlewares: readonly Middleware[];
}

function assemble(shared: Shared, { headers, settings, middlewares }: Own): object {
  const { baseUrl, operations, pipeline, clock, observe } = shared;
  const fetchClient = listMiddlewares(
    createFetchClient({
      baseUrl,
      headers,
      querySerializer: serializeQuery,
      bodySerializer: serializeBody,
      redirect: "manual",
    }) as unknown as FetchClient,
  );
  fetchClient.use(...middlewares);
  const setsNoAccept = !Object.keys(headers).some((name) => name.toLowerCase() === "accept");
  const execute = withStyledHeaders(
    createExecute({
      buildRequest: createRequestBuilder(fetchClient, setsNoAccept),
      check: checkInit,
      successes: { formatOf: successFormat, check: checkSuccess },
      send: pipeline.send,
      fetch: pipeline.fetch,
      settings,
      clock,
      observe,
    }),
  );
  const client = {
    ...createResources(execute, operations),
    ...createPathClient(execute, fetchClient, operations),
    withOptions: (overrides: ClientOverrides = {}) => {
      checkOverrides(overrides);
      return assemble(shared, {
        headers: { ...headers, ...overrides.headers },
        settings: mergeSettings(settings, overrides),
        middlewares: fetchClient.middlewares,
      });
    },
  };
  return Object.defineProperty(client, "rateLimit", { get: pipeline.rateLimit, enumerable: true });
}
