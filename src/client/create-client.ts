import { apiKeyFromEnvironment } from "../auth/from-environment.js";
import { ConfigurationError } from "../errors/index.js";
import { loggingFromEnvironment } from "../events/log-from-environment.js";
import { api as bundledApi } from "../generated/index.js";
import { checkBaseUrl } from "../http/check-url.js";
import type { Api } from "../operation.js";
import { buildClient } from "./build-client.js";
import type { BaseClientOptions } from "./client-options.js";
import { baseUrlOf, type ClientFor } from "./create-client-for.js";

/** Settings of a client. Everything has a default. */
export interface ClientOptions<Spec extends Api = typeof bundledApi> extends BaseClientOptions {
  /**
   * The API to create a client for, from a module that was generated from your own documents. Without it, the client has the
   * services of Confluent Cloud that come with this package.
   */
  api?: Spec;
}

/** The client of {@link createClient}, or that of `createClientFor` for an API or several. */
export type ConfluentClient<Spec extends Api | readonly Api[] = typeof bundledApi> = ClientFor<Spec>;

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
