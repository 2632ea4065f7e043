import type { Connection, Credentials } from "../auth/auth.js";
import type { ClientOptions } from "../client-options.js";
import * as defaults from "../defaults.js";
import { ConfigurationError } from "../errors/index.js";
import type { Observer } from "../events.js";
import type { Settings } from "../settings.js";
import type { Clock } from "../time/clock.js";
import { Scope } from "../time/scope.js";
import { userAgentOf } from "../user-agent.js";
import { createAttempt } from "./attempt.js";
import { authorize } from "./authorize.js";
import { createGate } from "./gate.js";
import type { Call, Fetch, Send } from "./layer.js";
import type { RateLimit } from "./rate-limit.js";
import { retry } from "./retry.js";

interface PipelineSettings {
  readonly options: ClientOptions;
  readonly baseUrl: string;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly observe: Observer | undefined;
  /** Makes the credentials, given a road for requests of their own. */
  readonly connect: (connection: Connection) => Credentials;
}

/** What a client sends with. */
export interface Pipeline {
  readonly send: Send;
  /** The `fetch` at the bottom, with the caller's own layers around it. */
  readonly fetch: Fetch;
  readonly rateLimit: () => RateLimit | undefined;
}

/**
 * The layers that every request goes through, the outermost first. Requests for tokens take the same road without the gate
 * and the credentials: a request that holds a turn waits for them, and they need none.
 */
export function createPipeline(client: PipelineSettings): Pipeline {
  const { options, baseUrl, settings, clock, observe, connect } = client;
  const fetch = (options.layers ?? []).reduceRight<Fetch>(
    (next, layer) => layer(next),
    options.fetch ?? ((request, init) => globalThis.fetch(request, init)),
  );
  const gate = createGate({
    clock,
    maxConcurrency: checkConcurrency(options.maxConcurrency ?? defaults.MAX_CONCURRENCY),
    maxPauseMs: settings.retry.maxRetryAfterMs,
    observe,
  });
  const attempt = createAttempt(clock);
  const again = retry(clock);
  const sendForToken = again(attempt);
  const authorized = authorize(
    connect({
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
          repeatable: true,
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
  return { send: again(gate.layer(authorized(attempt))), fetch, rateLimit: gate.rateLimit };
}

function checkConcurrency(value: number): number {
  if (value === Infinity || (Number.isInteger(value) && value > 0)) return value;
  throw new ConfigurationError(`maxConcurrency must be a whole number above zero, not ${value}`);
}
