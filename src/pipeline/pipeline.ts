import type { AuthContext, Authenticator } from "../auth/auth.js";
import type { ClientOptions } from "../client/client-options.js";
import * as defaults from "../defaults.js";
import { ConfigurationError } from "../errors/index.js";
import type { Observer } from "../events/events.js";
import type { Settings } from "./settings.js";
import type { Clock } from "../time/clock.js";
import { Scope } from "../time/scope.js";
import { userAgentOf } from "../http/user-agent.js";
import { createAttempt } from "./attempt.js";
import { authorize } from "./authorize.js";
import { createRateLimiter } from "./rate-limiter.js";
import type { Call, Fetch, Send } from "./call.js";
import type { RateLimit } from "../http/rate-limit-headers.js";
import { retry } from "./retry.js";

interface PipelineSettings {
  readonly options: ClientOptions;
  readonly baseUrl: string;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly observe: Observer | undefined;
  /** Makes what gives the credentials, with a way to send requests of its own. */
  readonly authenticate: (context: AuthContext) => Authenticator;
}

/** What a client sends with. */
export interface Pipeline {
  readonly send: Send;
  /** The `fetch` at the bottom, with the caller's own layers around it. */
  readonly fetch: Fetch;
  readonly rateLimit: () => RateLimit | undefined;
}

/**
 * The layers that every request goes through, the outermost first. Requests for tokens take the same road without the rateLimiter
 * and the credentials: a request that holds a turn waits for them, and they need none.
 */
export function createPipeline(client: PipelineSettings): Pipeline {
  const { options, baseUrl, settings, clock, observe, authenticate } = client;
  const fetch = (options.layers ?? []).reduceRight<Fetch>(
    (next, layer) => layer(next),
    options.fetch ?? ((request, init) => globalThis.fetch(request, init)),
  );
  const rateLimiter = createRateLimiter({
    clock,
    maxConcurrency: checkConcurrency(options.maxConcurrency ?? defaults.MAX_CONCURRENCY),
    maxPauseMs: settings.retry.maxRetryAfterMs,
    observe,
  });
  const attempt = createAttempt(clock);
  const again = retry(clock);
  const sendForToken = again(attempt);
  const authorized = authorize(
    authenticate({
      baseUrl,
      clock,
      timeoutMs: settings.timeoutMs,
      async send(request, operation, signal) {
        const scope = new Scope(signal ? [signal] : []);
        const attempts: Call["attempts"] = [];
        const call = {
          operation,
          attempts,
          scope,
          endsAt: Infinity,
          settings,
          fetch,
          observe,
          idempotent: true,
        };
        request.headers.set("User-Agent", userAgentOf(options));
        try {
          const { response, content } = await sendForToken(request, call);
          // Its body has been read; an empty one is none, as a 204 requires.
          return { response: new Response(content || null, response), attempts };
        } finally {
          scope.release();
        }
      },
    }),
    baseUrl,
  );
  return { send: again(rateLimiter.layer(authorized(attempt))), fetch, rateLimit: rateLimiter.rateLimit };
}

function checkConcurrency(value: number): number {
  if (value === Infinity || (Number.isInteger(value) && value > 0)) return value;
  throw new ConfigurationError(`maxConcurrency must be a whole number above zero, not ${value}`);
}
