import type { ResourceClientOptions } from "./client-options.js";
import { BASE_URL } from "../defaults.js";
import { observerOf, type Observer } from "../events/events.js";
import { checkBaseUrl } from "../http/check-url.js";
import { createExecute, type Execute, type RequestBuilder } from "../pipeline/execute.js";
import { createPipeline } from "../pipeline/pipeline.js";
import type { RateLimit } from "../http/rate-limit-headers.js";
import { defaultSettings, mergeSettings } from "../pipeline/settings.js";
import type { Clock } from "../time/clock.js";
import { userAgentOf } from "../http/user-agent.js";

/** What the resources and the paths of a client have in common. */
export interface Core {
  readonly baseUrl: string;
  /** Sent with every request. */
  readonly headers: Readonly<Record<string, string | null>>;
  /** Calls whose requests are made so; all of them share one pipeline. */
  readonly createExecute: (request: RequestBuilder) => Execute;
  /** What the service last said about its rate limit. */
  readonly rateLimit: () => RateLimit | undefined;
}

/**
 * @param observers told what happens, beside the one in the options
 * @throws {ConfigurationError} when an option will not do
 */
export function createCore(
  options: ResourceClientOptions,
  clock: Clock,
  ...observers: readonly (Observer | undefined)[]
): Core {
  const baseUrl = checkBaseUrl(options.baseUrl ?? BASE_URL);
  const settings = mergeSettings(defaultSettings, options);
  const observe = observerOf([options.onEvent, ...observers]);
  const authenticate = options.auth.authenticate.bind(options.auth);
  const { send, fetch, rateLimit } = createPipeline({
    options,
    baseUrl,
    settings,
    clock,
    observe,
    authenticate,
  });
  return {
    baseUrl,
    headers: { Accept: "application/json", "User-Agent": userAgentOf(options), ...options.headers },
    createExecute: (request) => createExecute({ request, send, fetch, settings, clock, observe }),
    rateLimit,
  };
}
