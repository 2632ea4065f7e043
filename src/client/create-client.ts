import { apiKeyFromEnvironment } from "../auth/from-environment.js";
import { BASE_URL } from "../defaults.js";
import { ConfigurationError } from "../errors/index.js";
import { loggingFromEnvironment } from "../events/log-from-environment.js";
import { api as bundledApi } from "../generated/index.js";
import { checkBaseUrl } from "../http/check-url.js";
import type { RateLimit } from "../http/rate-limit-headers.js";
import type { Api } from "../operation.js";
import { buildClient } from "./build-client.js";
import type { ClientOptions, ServiceClientOptions } from "./client-options.js";
import type { ClientOverrides } from "./client-overrides.js";
import { mergeOperations } from "./operation-tree.js";
import type { TypedPathClient } from "./path-types.js";

/** What the service said about its rate limit. */
export interface RateLimitState {
  /** What the service last said about its rate limit; undefined until it has said something. */
  readonly rateLimit: RateLimit | undefined;
}

/** What creates a client with other settings. */
export interface Configurable {
  /**
   * A client with other settings. It shares the credentials and their tokens, the rate limiter, the retry budget and the
   * connections of this one. It starts with the middlewares that this client has now; what either registers or ejects later
   * is its own.
   *
   * @param options see {@link ClientOverrides}; settings that are left out, and headers of other names, stay as they are
   * @throws {ConfigurationError} when an option is wrong, or can be set by `createClient` only
   * @example
   * const patient = confluent.withOptions({ timeoutMs: 120_000, headers: { "X-Team": "billing" } });
   */
  withOptions(options: ClientOverrides): this;
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
 * The client for an API, or for several: its resources, its paths through openapi-fetch, and `paginate`.
 *
 * @example
 * function sync(confluent: ConfluentClient<typeof pimV1>): Promise<void>;
 * function audit(confluent: ConfluentClient<[typeof orgV2, typeof pimV1]>): Promise<void>;
 */
export type ConfluentClient<Spec extends Api | readonly Api[] = typeof bundledApi> =
  Spec extends readonly Api[]
    ? ConfluentClient<MergedApi<Spec>>
    : Spec extends Api<infer Paths, infer Resources>
      ? TypedPathClient<Paths> & Resources & RateLimitState & Configurable
      : never;

/**
 * Creates a client for Confluent Cloud. For `paths` of your own, without a generated API, use `createClient` of
 * `confluent-cloud-sdk/openapi-fetch`.
 *
 * @param options see {@link ClientOptions}; with the credentials in the environment none is needed
 * @throws {ConfigurationError} when the credentials are missing or incomplete, or an option or `CONFLUENT_CLOUD_LOG` is wrong
 * @example
 * const confluent = createClient({ auth: apiKey({ key, secret }) });
 * for await (const integration of confluent.pim.v1.integrations.list({ environment: "env-00000" })) {
 *   console.log(integration.id, integration.provider);
 * }
 */
export function createClient<Spec extends Api = typeof bundledApi>(
  options: ClientOptions<Spec> = {},
): ConfluentClient<NoInfer<Spec>> {
  const {
    api = bundledApi,
    baseUrl = baseUrlOf([api]),
    auth = apiKeyFromEnvironment(checkBaseUrl(baseUrl)),
  } = options;
  if (typeof (api as Partial<Api> | null)?.operations !== "object") {
    throw new ConfigurationError("`api` must be the `api` of a generated module");
  }
  return buildClient(
    { ...options, ...loggingFromEnvironment(options), auth, baseUrl },
    api.operations,
  ) as ConfluentClient<NoInfer<Spec>>;
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
  // A program in JavaScript may leave the options out.
  const { baseUrl = baseUrlOf(services) } = (options as ServiceClientOptions | undefined) ?? {};
  return buildClient({ ...options, baseUrl }, mergeOperations(operations)) as ConfluentClient<Spec>;
}

/** Where the requests of all of these services go. */
function baseUrlOf(services: readonly (Partial<Api> | undefined)[]): string {
  const [baseUrl, ...others] = new Set(
    services.map((service) => service?.baseUrl).map((url) => (url === undefined ? BASE_URL : url)),
  );
  if (others.length === 0 && baseUrl) return baseUrl;
  throw new ConfigurationError(
    others.length === 0
      ? "`baseUrl` is missing; this service has a host for each cluster or region, which a resource of the API names"
      : "these services have different hosts; create a client for each host, or pass `baseUrl`",
  );
}
