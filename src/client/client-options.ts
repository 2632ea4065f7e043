import type { Auth } from "../auth/auth.js";
import type { ClientEvent } from "../events/events.js";
import type { Fetch } from "../pipeline/call.js";
import type { Logger, LogLevel } from "../events/log-events.js";
import type { RequestPolicy } from "../pipeline/settings.js";

/** Wraps a `fetch` into another. */
export type FetchLayer = (next: Fetch) => Fetch;

/** Settings of a client. Everything has a default. */
export interface ClientOptions<Spec = unknown> extends RequestPolicy {
  /**
   * How to authenticate: `apiKey`, `stsToken` or `bearerToken`.
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
   * What sends the requests. It is given a `Request`, and the attempt's signal in the second argument.
   *
   * Default: the platform's `fetch`, looked up at each call.
   */
  fetch?: Fetch;
  /**
   * Layers of your own around `fetch`, the outermost first. They stand below everything of the SDK, and so see each attempt
   * as it is sent: after the waits, with the credentials, token requests too. For what is to see a call once, there is
   * openapi-fetch's `use`.
   *
   * @example [(next) => async (request, init) => next(withTraceHeader(request), init)]
   */
  layers?: readonly FetchLayer[];
  /**
   * The most requests in flight at once; calls beyond it wait for their turn. `Infinity` for no limit.
   *
   * Default: 10.
   */
  maxConcurrency?: number;
  /** Your program's name and version, put in front of the SDK's in `User-Agent`: `billing-sync/2.1`. Default: none. */
  userAgent?: string;
  /** Headers to send with every request; `null` takes one of the SDK's away. Default: none. */
  headers?: Record<string, string | null>;
  /** Where to write log lines: `console`, or a logger like it. Nothing secret is written. Default: nowhere. */
  logger?: Logger;
  /** The least important lines to write. Default: `warn`. */
  logLevel?: LogLevel;
  /**
   * Called with each request, answer, retry, page and pause, as it happens: for metrics and traces. What it throws is
   * ignored.
   */
  onEvent?: (event: ClientEvent) => void;
}

/**
 * Settings of a client of resources: those of every client, with `auth`, as a bundler is to leave the environment out, and
 * without a logger, which `onEvent: logEvents(console)` brings.
 */
export interface ResourceClientOptions extends Omit<ClientOptions, "api" | "logger" | "logLevel"> {
  /** How to authenticate: `apiKey`, `stsToken` or `bearerToken`. */
  auth: Auth;
}
