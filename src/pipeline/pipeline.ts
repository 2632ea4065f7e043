import type { Auth, AuthContext, Authenticator } from "../auth/auth.js";
import { MAX_CONCURRENCY } from "../defaults.js";
import { ConfigurationError, type Attempt } from "../errors/index.js";
import type { Observer } from "../events/events.js";
import type { RateLimit } from "../http/rate-limit-headers.js";
import { userAgentOf } from "../http/user-agent.js";
import type { Clock } from "../time/clock.js";
import { Scope } from "../time/scope.js";
import { attempt } from "./attempt.js";
import { authorize } from "./authorize.js";
import type { Call, Fetch, Layer, Send } from "./call.js";
import { renewCredentials, reportIdle } from "./credentials.js";
import { withoutSecrets } from "./hide-from.js";
import { createRateLimiter } from "./rate-limiter.js";
import { redirect } from "./redirect.js";
import { createRedirectPolicy } from "./redirect-policy.js";
import { retry } from "./retry.js";
import type { Settings } from "./settings.js";
import type { RateLimitedClient, SharedRateLimit } from "./shared-rate-limiter.js";

export interface PipelineOptions {
  readonly auth: Auth;
  readonly baseUrl: string;
  /** Default: the platform's `fetch`, looked up at each call. */
  readonly fetch?: Fetch | undefined;
  readonly maxConcurrency?: number | undefined;
  /** One that other processes share; the client has its own in any case. */
  readonly rateLimiter?: SharedRateLimit | undefined;
  readonly userAgent?: string | undefined;
  readonly redirectOrigins?: readonly string[] | undefined;
  readonly settings: Settings;
  readonly clock: Clock;
  /** A number from 0 up to 1, for the jitter of retries. */
  readonly random: () => number;
  readonly observe: Observer | undefined;
}

/** What a client sends its requests with. */
export interface Pipeline {
  readonly send: Send;
  /** What sends the attempts. */
  readonly fetch: Fetch;
  readonly rateLimit: () => RateLimit | undefined;
}

/**
 * The layers of every request, outermost first: retry, redirect, authorize, rate limiter, shared rate limiter, attempt. A
 * request gets its credentials before its turn, so that no other waits for a token callback that hangs. Requests for tokens
 * take no turn and no credentials, and follow no redirect.
 */
export function createPipeline(options: PipelineOptions): Pipeline {
  const { auth, baseUrl, settings, clock, random, observe } = options;
  const fetch = options.fetch ?? ((request, init) => globalThis.fetch(request, init));
  const maxPauseMs = settings.retry.maxRetryAfterMs;
  const rateLimiter = createRateLimiter({
    clock,
    maxConcurrency: checkConcurrency(options.maxConcurrency ?? MAX_CONCURRENCY),
    maxPauseMs,
    observe,
  });
  const share = connect(options.rateLimiter, { clock, maxPauseMs, observe });
  const retryLayer = retry(random);
  const sendForToken = retryLayer(attempt);

  const send: AuthContext["send"] = async (request, operation, signal) => {
    const scope = new Scope(signal ? [signal] : []);
    request.headers.set("User-Agent", userAgentOf(options));
    try {
      // A response may repeat the secrets in it.
      const body = request.body === null ? undefined : await scope.race(request.clone().text());
      const attempts: Attempt[] = [];
      const context = { operation, attempts, scope, clock, settings, fetch, observe, body };
      const call: Call = { ...context, endsAt: Infinity, idempotent: true };
      const { response, content } = await sendForToken(request, call);
      // Its body has been read. A 204 must have none, not an empty one.
      return { response: new Response(content || null, withoutSecrets(response, call)), attempts };
    } finally {
      scope.release();
    }
  };
  const authenticator = auth.authenticate({ baseUrl, clock, timeoutMs: settings.timeoutMs, send });
  if (authenticator && typeof (authenticator as Partial<Authenticator>).authorization !== "function") {
    throw new ConfigurationError("`auth.authenticate` must return an object with a method `authorization`");
  }
  const redirectPolicy = createRedirectPolicy(baseUrl, options.redirectOrigins);
  const sendAs = (layer: Layer): Send => retryLayer(redirect(redirectPolicy)(layer(attempt)));
  const inTurn: Layer = (next) => rateLimiter.layer(share ? share(next) : next);
  const authorized = (credentials: Authenticator): Layer => {
    const authorizeLayer = authorize(credentials, baseUrl, redirectPolicy.isNamed);
    return (next) => authorizeLayer(inTurn(renewCredentials(credentials)(next)));
  };
  return {
    send: authenticator ? reportIdle(authenticator)(sendAs(authorized(authenticator))) : sendAs(inTurn),
    fetch,
    rateLimit: rateLimiter.rateLimit,
  };
}

/** The layer of a shared rate limit, if there is one. */
function connect(shared: SharedRateLimit | undefined, client: RateLimitedClient): Layer | undefined {
  if (shared === undefined) return undefined;
  if (typeof (shared as Partial<SharedRateLimit> | null)?.connect !== "function")
    throw new ConfigurationError("`rateLimiter` must be what shareRateLimit() returns");
  return shared.connect(client) as Layer;
}

function checkConcurrency(value: number): number {
  if (value === Infinity || (Number.isInteger(value) && value > 0)) return value;
  throw new ConfigurationError(`maxConcurrency must be a whole number above zero, not ${value}`);
}
