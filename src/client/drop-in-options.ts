import type { ClientOptions as OpenapiFetchOptions } from "openapi-fetch";
import type { RequestPolicy } from "../pipeline/settings.js";
import type { BaseClientOptions as ConfluentOptions } from "./client-options.js";

type SharedOptions = Pick<
  ConfluentOptions,
  "fetch" | "rateLimiter" | "userAgent" | "logger" | "logLevel" | "onEvent"
>;

/** The options of openapi-fetch's `createClient`, all of them, and those of this package's pipeline. Everything has a default. */
export interface ClientOptions extends Omit<OpenapiFetchOptions, "fetch">, SharedOptions, RequestPolicy {
  /**
   * How to authenticate: `apiKey`, `stsToken`, `bearerToken` or `noAuth`. Credentials are sent to the origin of `baseUrl` only,
   * which must be `https:` or loopback then. A request that has an `Authorization` header already keeps it. Credentials in the
   * environment are not used.
   *
   * @default noAuth()
   */
  auth?: NonNullable<ConfluentOptions["auth"]>;
  /**
   * The most requests in flight at once; further calls wait in a queue.
   *
   * @default Infinity
   */
  maxConcurrency?: number;
  /**
   * The timeout of one attempt in milliseconds, its body included. An attempt that takes longer fails with a `TimeoutError`, and
   * is repeated where that is safe.
   *
   * @default Infinity
   */
  timeoutMs?: number;
  /**
   * The most bytes that the body of a success may have, after decompression. A larger one is a `ResponseFormatError`, which is
   * not repeated.
   *
   * @default Infinity
   */
  maxResponseBytes?: number;
  /**
   * True to reject with this package's errors, whose `operation`, `attempts` and `maybeApplied` say what happened: `ApiError` in
   * the class of its status for a failed response, `ConnectionError` for none, `ResponseFormatError` for a success that cannot be
   * parsed. Otherwise a failed response resolves with `error`, and a call rejects with the error of `fetch` or of `JSON.parse`.
   *
   * @default false
   */
  typedErrors?: boolean;
}
