import createOpenapiFetchClient, {
  wrapAsPathBasedClient,
  type Client,
  type PathBasedClient,
} from "openapi-fetch";
import { noAuth } from "../auth/no-auth.js";
import { observerOf } from "../events/events.js";
import { logEvents } from "../events/log-events.js";
import { userAgentOf } from "../http/user-agent.js";
import { listPages } from "../paging/list-pages.js";
import { createExecute, type CallInit, type Execute } from "../pipeline/execute.js";
import { createPipeline } from "../pipeline/pipeline.js";
import { defaultSettings, mergeSettings } from "../pipeline/settings.js";
import { systemClock } from "../time/clock.js";
import { omitUndefined } from "../util/json.js";
import { omit } from "../util/omit.js";
import type { RateLimitState } from "./create-client-for.js";
import {
  createPlainBuilder,
  createPlainMethods,
  plainOperation,
  type PlainOptions,
} from "./drop-in-methods.js";
import type { ClientOptions } from "./drop-in-options.js";
import type { Paginate } from "./path-types.js";
import type { FetchClient } from "./request-builder.js";

/** openapi-fetch does not export it. */
type MediaType = `${string}/${string}`;
/** What openapi-fetch takes for paths. */
interface AnyPaths {}

/** The options that openapi-fetch does not have, and those that the pipeline takes in its place. */
const OWN_OPTIONS = [
  "auth",
  "timeoutMs",
  "totalTimeoutMs",
  "maxResponseBytes",
  "retry",
  "maxConcurrency",
  "rateLimiter",
  "userAgent",
  "logger",
  "logLevel",
  "onEvent",
  "typedErrors",
  "fetch",
] as const;

/** openapi-fetch's client on this package's pipeline, with `paginate` and `rateLimit`. */
export interface DropInClient<Paths extends AnyPaths, Media extends MediaType = MediaType>
  extends Client<Paths, Media>, Paginate<Paths>, RateLimitState {}

/**
 * Creates a client as openapi-fetch's `createClient` does, whose requests are retried where that is safe, and wait for the
 * rate limit of the service. It sends no credentials unless `auth` is given. docs/openapi-fetch.md lists what else differs.
 *
 * @param options those of openapi-fetch, and those of {@link ClientOptions}
 * @throws {ConfigurationError} when an option of this package is wrong, or `baseUrl` would send `auth` unencrypted
 * @example
 * import createClient from "confluent-cloud-sdk/openapi-fetch"; // was: "openapi-fetch"
 *
 * const client = createClient<paths>({ baseUrl: "https://registry.example" });
 * const { data, error } = await client.GET("/subjects");
 */
export function createClient<Paths extends AnyPaths, Media extends MediaType = MediaType>(
  options: ClientOptions = {},
): DropInClient<Paths, Media> {
  const {
    auth,
    baseUrl = "",
    fetch,
    maxConcurrency = Infinity,
    userAgent,
    logger,
    logLevel,
    onEvent,
  } = options;
  const { signal, redirect, typedErrors = false } = options;
  const unlimited = { ...defaultSettings, timeoutMs: Infinity, maxResponseBytes: Infinity };
  const settings = mergeSettings(unlimited, options);
  const observe = observerOf([onEvent, logger && logEvents(logger, logLevel)]);
  const pipeline = createPipeline({
    auth: auth ?? noAuth(),
    baseUrl: auth ? absoluteUrl(baseUrl) : baseUrl,
    fetch,
    maxConcurrency,
    rateLimiter: options.rateLimiter,
    userAgent,
    settings,
    clock: systemClock,
    random: Math.random,
    observe,
  });
  const fetchClient = createOpenapiFetchClient(omit(options, OWN_OPTIONS)) as unknown as FetchClient;
  const executeWith = (plain: PlainOptions): Execute => {
    const execute = createExecute({
      buildRequest: createPlainBuilder(plain),
      plainErrors: !plain.typedErrors,
      platformRedirects: !auth,
      send: pipeline.send,
      fetch: pipeline.fetch,
      settings,
      clock: systemClock,
      observe,
    });
    const defaults = omitUndefined({ signal, redirect });
    return (operation, init, reading) => execute(operation, { ...defaults, ...init }, reading);
  };
  const plain = { fetchClient, typedErrors, userAgent: userAgent && userAgentOf(options) };
  // A list is ours, and so are its errors.
  const executePages = executeWith({ ...plain, typedErrors: true });
  const client = {
    ...createPlainMethods(executeWith(plain), plain),
    paginate: (path: string, init?: CallInit) => listPages(executePages, plainOperation("GET", path), init),
    use: fetchClient.use,
    eject: fetchClient.eject,
  };
  Object.defineProperty(client, "rateLimit", { get: pipeline.rateLimit, enumerable: true });
  return client as unknown as DropInClient<Paths, Media>;
}

/** The URL to which credentials are sent. A relative one belongs to the page that the program runs in. */
function absoluteUrl(baseUrl: string): string {
  if (URL.canParse(baseUrl)) return withoutSlash(new URL(baseUrl).href);
  const { location } = globalThis as { location?: { href: string } };
  if (!location || !URL.canParse(baseUrl, location.href)) return baseUrl;
  return withoutSlash(new URL(baseUrl, location.href).href);
}

function withoutSlash(url: string): string {
  return url.replace(/(?<!\/)\/+$/, "");
}

/** As `createClient`, with a method for each path: openapi-fetch's `createPathBasedClient`. */
export function createPathBasedClient<Paths extends AnyPaths, Media extends MediaType = MediaType>(
  options?: ClientOptions,
): PathBasedClient<Paths, Media> {
  return wrapAsPathBasedClient(createClient<Paths, Media>(options));
}
