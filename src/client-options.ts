import type { Auth } from "./auth/auth.js";
import type { Fetch } from "./http/layer.js";

/** Settings of a client. Everything has a default. */
export interface ClientOptions<Spec = unknown> {
  /**
   * How to authenticate: `apiKey` or `bearerToken`.
   *
   * Default: the Cloud API key in `CONFLUENT_CLOUD_API_KEY` and `CONFLUENT_CLOUD_API_SECRET`.
   */
  auth?: Auth;
  /**
   * Where the API is. A path after the host is kept in front of every path. `http:` is accepted for loopback only.
   *
   * Default: `https://api.confluent.cloud`.
   */
  baseUrl?: string;
  /**
   * The API to make a client for, from a module that was generated from your own documents.
   *
   * Default: the services of Confluent Cloud that come with this package.
   */
  api?: Spec;
  /**
   * What sends the requests. It is given a `Request`, and the call's signal in the second argument.
   *
   * Default: the platform's `fetch`, looked up at each call.
   */
  fetch?: Fetch;
  /** Your program's name and version, put in front of the SDK's in `User-Agent`: `billing-sync/2.1`. */
  userAgent?: string;
  /** Headers to send with every request; `null` takes one of the SDK's away. */
  headers?: Record<string, string | null>;
}
