import { apiKeyFromEnvironment } from "../auth/from-environment.js";
import { ConfigurationError } from "../errors/index.js";
import { loggingFromEnvironment } from "../events/log-from-environment.js";
import { api as bundledApi } from "../generated/index.js";
import type { RateLimit } from "../http/rate-limit-headers.js";
import type { Api } from "../operation.js";
import { buildClient } from "./build-client.js";
import type { ClientOptions, ServiceClientOptions } from "./client-options.js";
import { mergeOperations } from "./operation-tree.js";
import type { PathClient, TypedPathClient } from "./path-types.js";

/** What the service said about its rate limit. */
export interface RateLimitState {
  /** What the service last said about its rate limit; undefined until it has said something. */
  readonly rateLimit: RateLimit | undefined;
}

/** One API with the paths and the resources of several. */
type MergedApi<Apis extends readonly Api[]> = Apis extends readonly [
  Api<infer Paths, infer Resources>,
  ...infer Rest extends readonly Api[],
]
  ? Rest extends readonly []
    ? Api<Paths, Resources>
    : MergedApi<Rest> extends Api<infer OtherPaths, infer OtherResources>
      ? Api<Paths & OtherPaths, Resources & OtherResources>
      : never
  : Api;

/**
 * The client for an API, or for several: its resources, its paths through openapi-fetch, and `paginate`. For bare `paths`, as
 * openapi-typescript writes them, it has the paths and `paginate`.
 *
 * @example
 * function sync(confluent: ConfluentClient<typeof pimV1>): Promise<void>;
 * function audit(confluent: ConfluentClient<[typeof orgV2, typeof pimV1]>): Promise<void>;
 */
export type ConfluentClient<Spec = typeof bundledApi> = Spec extends readonly Api[]
  ? ConfluentClient<MergedApi<Spec>>
  : Spec extends Api<infer Paths, infer Resources>
    ? TypedPathClient<Paths> & Resources & RateLimitState
    : Spec extends object
      ? PathClient<Spec> & RateLimitState
      : never;

/**
 * Creates a client for Confluent Cloud.
 *
 * @param options see {@link ClientOptions}; with the credentials in the environment none is needed
 * @throws {ConfigurationError} when the credentials are missing or incomplete, or an option or `CONFLUENT_CLOUD_LOG` is wrong
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
  return buildClient({ ...options, ...loggingFromEnvironment(options), auth }, operations) as ConfluentClient<
    NoInfer<Spec>
  >;
}

/**
 * Creates a client for one service or several. It is the same client as that of {@link createClient}, but a bundler includes
 * only the services that you import, and no code that reads credentials from the environment.
 *
 * @param apis a service of this package, one generated from your own documents, or an array of them
 * @param options see {@link ServiceClientOptions}
 * @throws {ConfigurationError} when `auth` or a service is missing, or an option is wrong
 * @example
 * const confluent = createClientFor([orgV2, pimV1], { auth: apiKey({ key, secret }) });
 * const [environment] = await confluent.org.v2.environments.list().toArray({ limit: 1 });
 * const integrations = await confluent.pim.v1.integrations.list({ environment: environment.id }).toArray();
 */
export function createClientFor<const Spec extends Api | readonly Api[]>(
  apis: Spec,
  options: ServiceClientOptions,
): ConfluentClient<Spec> {
  const services: readonly (Partial<Api> | undefined)[] = [apis].flat();
  const operations = services.map((service) => service?.operations).filter((tree) => tree !== undefined);
  if (operations.length === 0 || operations.length < services.length) {
    throw new ConfigurationError("createClientFor: pass a service such as `pimV1`, or an array of services");
  }
  return buildClient(options, mergeOperations(operations)) as ConfluentClient<Spec>;
}
