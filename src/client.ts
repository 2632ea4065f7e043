import type { Api } from "./api.js";
import type { Auth } from "./auth/auth.js";
import { apiKeyFromEnvironment } from "./auth/from-environment.js";
import { buildClient } from "./build-client.js";
import type { ClientOptions } from "./client-options.js";
import { api as bundledApi } from "./generated/index.js";
import type { RateLimit } from "./http/rate-limit.js";
import type { PathClient, TypedPathClient } from "./path-types.js";
import { systemClock } from "./time/clock.js";

/** What a client has beside paths and resources. */
export interface ClientState {
  /** What the service last said about its rate limit; undefined until it has said something. */
  readonly rateLimit: RateLimit | undefined;
}

/**
 * The client for an API: its resources, its paths through openapi-fetch, and `paginate`. For bare `paths`, as
 * openapi-typescript makes them, it has the paths and `paginate`.
 */
export type ConfluentClient<Spec = typeof bundledApi> =
  Spec extends Api<infer Paths, infer Resources>
    ? TypedPathClient<Paths> & Resources & ClientState
    : Spec extends object
      ? PathClient<Spec> & ClientState
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
  return createClientFor(api as Spec, { ...options, auth });
}

/**
 * Makes a client for some services alone. A bundler leaves out the others, and the search for credentials in the
 * environment; otherwise it is the client that `createClient({ api })` makes.
 *
 * @param api a service of this package, or one generated from your own documents
 * @param options see {@link ClientOptions}
 * @throws {ConfigurationError} when an option will not do
 * @example
 * const confluent = createClientFor(pimV1, { auth: apiKey({ key, secret }) });
 */
export function createClientFor<Spec extends object>(
  api: Spec,
  options: Omit<ClientOptions, "api"> & { auth: Auth },
): ConfluentClient<NoInfer<Spec>> {
  const { operations } = api as Api;
  return buildClient(options, operations, systemClock) as ConfluentClient<NoInfer<Spec>>;
}
