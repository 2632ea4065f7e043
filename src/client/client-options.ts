import type { Auth } from "../auth/auth.js";
import type { ClientEvent } from "../events/events.js";
import type { LogLevel } from "../events/log-events.js";
import type { Logger, ObjectFirstLogger } from "../events/logger.js";
import type { Fetch } from "../pipeline/call.js";
import type { RequestPolicy } from "../pipeline/settings.js";
import type { SharedRateLimit } from "../pipeline/shared-rate-limiter.js";

/** Settings of every client. */
export interface BaseClientOptions extends RequestPolicy {
  /**
   * How to authenticate: `apiKey`, `stsToken`, `bearerToken` or `noAuth`. Without it, `createClient` uses the Cloud API key in
   * `CONFLUENT_CLOUD_API_KEY` and `CONFLUENT_CLOUD_API_SECRET`, for Confluent's own hosts and for loopback. For every other
   * `baseUrl` it is required. A request that has an `Authorization` header already keeps it.
   *
   * @example apiKey({ key, secret })
   */
  auth?: Auth;
  /**
   * The URL of the API. A path after the host is put before every path. `http:` is accepted for loopback, and with `noAuth()`.
   *
   * @default "https://api.confluent.cloud"
   */
  baseUrl?: string;
  /**
   * What sends the requests: any function that is called as `fetch` is. It sees each attempt as it is sent, with its
   * credentials, and token requests too. The signal of the attempt is in the second argument. Wrap `fetch` to trace or to
   * change attempts; openapi-fetch's `use` sees a call once.
   *
   * @default globalThis.fetch, looked up at each call
   * @example
   * (request, init) => {
   *   request.headers.set("X-Trace-Id", traceId());
   *   return fetch(request, init);
   * }
   */
  fetch?: Fetch;
  /**
   * The most requests in flight at once; further calls wait in a queue. `Infinity` for no limit.
   *
   * @default 10
   */
  maxConcurrency?: number;
  /**
   * Origins that a redirect may lead to, beside the base URL, or patterns of them: `*` stands for one or more labels at the
   * front of the host. A request that is redirected there is sent again with its headers and credentials. All other
   * redirects that leave the base URL are failures: `ApiError`s with the status of the redirect.
   *
   * @default [] — none
   * @example ["https://*.confluent.cloud"]
   */
  redirectOrigins?: readonly string[];
  /**
   * A rate limit that this client shares with others, in other processes too: Confluent Cloud counts the requests of a whole
   * organization. While its store is out of order, the client goes on with its own rate limiter, and says so: by a
   * `RateLimiterEvent`, which is logged as a warning.
   *
   * @default undefined: the client adapts to what the service says of its rate limit
   * @example shareRateLimit(redisRateLimiter(redis, { limit: 50, windowSeconds: 60 })) // examples/redis-rate-limiter.ts
   */
  rateLimiter?: SharedRateLimit;
  /**
   * Your program's name and version, which are put before the SDK's in `User-Agent`.
   *
   * @example "billing-sync/2.1"
   */
  userAgent?: string;
  /**
   * Headers to send with every request; `null` removes one of the SDK's.
   *
   * @example { "X-Team": "data" }
   */
  headers?: Record<string, string | null>;
  /**
   * Where to write log lines: `console`, winston, pino, or another logger with the methods debug, info, warn and error. What
   * it throws is ignored. Nothing is logged without it, and never a secret. The environment variable `CONFLUENT_CLOUD_LOG`
   * (a level such as `debug`) makes `createClient` log to the console without it.
   *
   * @example console
   */
  logger?: Logger | ObjectFirstLogger;
  /**
   * The least severe level to log.
   *
   * @default "warn"; for `createClient`, the environment variable `CONFLUENT_CLOUD_LOG` before that
   */
  logLevel?: LogLevel;
  /**
   * Called with each request, response, retry, page, pause and outage of the rate limiter as it happens, for metrics and traces. Errors that it throws
   * are ignored.
   *
   * @example (event) => metrics.count(event.type)
   */
  onEvent?: (event: ClientEvent) => void;
}

/** Settings of a client for some services: those of every client, with `auth`, so that a bundle needs no code for the environment. */
export interface ServiceClientOptions extends BaseClientOptions {
  /**
   * How to authenticate: `apiKey`, `stsToken`, `bearerToken` or `noAuth`. A request that has an `Authorization` header already
   * keeps it.
   *
   * @example apiKey({ key, secret })
   */
  auth: Auth;
}
