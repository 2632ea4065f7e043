import type { Api } from "../operation.js";
import { apiKeyFromEnvironment } from "../auth/from-environment.js";
import { buildClient, buildResources } from "./build-client.js";
import type { ClientOptions, ResourceClientOptions } from "./client-options.js";
import { api as bundledApi } from "../generated/index.js";
import type { RateLimit } from "../http/rate-limit-headers.js";
import type { PathClient, TypedPathClient } from "./path-types.js";
import { systemClock } from "../time/clock.js";

/** What a client has beside paths and resources. */
export interface RateLimitState {
  /** What the service last said about its rate limit; undefined until it has said something. */
  readonly rateLimit: RateLimit | undefined;
}

/**
 * The client for an API: its resources, its paths through openapi-fetch, and `paginate`. For bare `paths`, as
 * openapi-typescript makes them, it has the paths and `paginate`.
 */
export type ConfluentClient<Spec = typeof bundledApi> =
  Spec extends Api<infer Paths, infer Resources>
    ? TypedPathClient<Paths> & Resources & RateLimitState
    : Spec extends object
      ? PathClient<Spec> & RateLimitState
      : never;

/**
 * Makes a client for Confluent Cloud.
 *
 * @param options see {@link ClientOptions}; with the credentials in the environment none is needed
 * @throws {ConfigurationError} when the credentials are missing or half there, or an option will not do
 * @example
 * const confluent = createClient({ auth: apiKey({ key, secret }) });
 * for await (const integration of confluent.pim.v1.integrations.list({ environment: "env-00000" })) {
 *   console.log(integration.id, integration.provider);
 * }
 */
export function createClient<Spec extends object = typeof bundledApi>(
  options: ClientOptions<Spec> = {},
): ConfluentClient<NoInfer<Spec>> {
  const { api = bundledApi, auth = apiKeyFromEnvironment() } = options;
  const { operations } = api as Api;
  return buildClient({ ...options, auth }, operations, systemClock) as ConfluentClient<NoInfer<Spec>>;
}

/** What `createClientFor` makes for an API: its resources. */
export type ResourceClient<Spec> =
  Spec extends Api<object, infer Resources> ? Resources & RateLimitState : never;

/**
 * Makes the smallest client: the resources of some services. A bundler leaves out the other services, the search for
 * credentials in the environment, the logger, and openapi-fetch with the methods that take paths. In all else it is the client
 * that `createClient({ api })` makes. In place of openapi-fetch's middlewares there are `layers`; in place of `logger`,
 * {@link logEvents}.
 *
 * @param api a service of this package, or one generated from your own documents
 * @param options see {@link ResourceClientOptions}
 * @throws {ConfigurationError} when an option will not do
 * @example
 * const confluent = createClientFor(pimV1, { auth: apiKey({ key, secret }) });
 * const integrations = await confluent.pim.v1.integrations.list({ environment: "env-00000" }).toArray();
 */
export function createClientFor<Spec extends Api>(
  api: Spec,
  options: ResourceClientOptions,
): ResourceClient<Spec> {
  return buildResources(options, api.operations, systemClock) as ResourceClient<Spec>;
}
