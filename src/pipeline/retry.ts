import { INITIAL_RETRY_TOKENS, MIN_DELAY_MS } from "../defaults.js";
import { ConfluentError } from "../errors/index.js";
import type { RetryOptions } from "./settings.js";
import type { Clock } from "../time/clock.js";
import type { ReadResponse, Call, Layer } from "./call.js";
import { isIdempotent, writes } from "../http/methods.js";
import { classifyResponse, classifyFailure, type RetryDecision } from "./retry-decision.js";

/** How an attempt ended. */
type End =
  | { readonly answer: ReadResponse; readonly error?: never }
  | { readonly answer?: never; readonly error: unknown };

/**
 * The layer that makes a failed attempt again where that is safe, may help, and there is time and budget for it.
 *
 * The budget is what the retries of a client may cost together. While the service answers, successes pay for the occasional
 * retry; when it is down the budget runs out, and a fleet of clients does not double the load that keeps it down.
 */
export function retry(clock: Clock): Layer {
  let budget = INITIAL_RETRY_TOKENS;
  return (next) => async (request, call) => {
    const { attempts, scope } = call;
    const idempotent = call.idempotent || isIdempotent(request.method);
    let cost = 1;
    let before: End | undefined;
    for (let retries = 0; ; retries++) {
      const sent = attempts.length;
      let end: End;
      try {
        end = { answer: await next(request, call) };
      } catch (error) {
        end = { error };
      }
      const { answer, error } = end;
      if (!answer) {
        // Errors of this call share its list of attempts. Others are of a request for credentials, which has retries of its own.
        if (!(error instanceof ConfluentError) || error.attempts !== attempts) throw error;
        // The rateLimiter did not let it through: then what came before is what there is to tell.
        if (attempts.length === sent) return settle(before ?? end);
      }
      const decision = answer
        ? classifyResponse(answer.response, idempotent, clock.date())
        : classifyFailure(error, idempotent);
      if (decision.ambiguous && writes(request.method) && !call.idempotent) call.maybeApplied = true;

      const delayMs = delayBefore(decision, retries, call, clock);
      if (delayMs === undefined || decision.cost > budget) {
        // A success gives back what its last retry cost, or a token where it needed none.
        if (answer?.response.ok) budget = Math.min(INITIAL_RETRY_TOKENS, budget + cost);
        return settle(end);
      }
      cost = decision.cost;
      budget -= cost;
      before = end;
      announce(call, answer?.response.status ?? (error as Error).name, delayMs);
      await scope.sleep(delayMs, clock);
    }
  };
}

function settle({ answer, error }: End): ReadResponse {
  if (answer) return answer;
  throw error;
}

/** Milliseconds until the next attempt; undefined when there is to be none. */
function delayBefore(decision: RetryDecision, retries: number, call: Call, clock: Clock): number | undefined {
  const { retry: options } = call.settings;
  const { retryAfterMs } = decision;
  if (!decision.retryable || call.isOneShot || call.scope.ended || retries >= options.maxRetries)
    return undefined;
  if (retryAfterMs !== undefined && retryAfterMs > options.maxRetryAfterMs) return undefined;
  const delayMs =
    retryAfterMs === undefined
      ? backoff(retries, options, clock)
      : retryAfterMs + jitter(retryAfterMs, clock);
  return clock.now() + delayMs < call.endsAt ? delayMs : undefined;
}

/** Full jitter: anything up to a bound that doubles each time, so that clients that failed together do not return together. */
function backoff(retries: number, { baseDelayMs, maxDelayMs }: Required<RetryOptions>, clock: Clock): number {
  const bound = Math.min(maxDelayMs, baseDelayMs * 2 ** retries);
  return Math.max(Math.min(MIN_DELAY_MS, maxDelayMs), Math.round(clock.random() * bound));
}

/** A little beyond what the service asked for, never less. */
function jitter(retryAfterMs: number, clock: Clock): number {
  return Math.round(clock.random() * Math.min(1_000, MIN_DELAY_MS + retryAfterMs / 10));
}

function announce({ operation, attempts, observe }: Call, reason: number | string, delayMs: number): void {
  const last = attempts.pop();
  if (last) attempts.push({ ...last, delayMs });
  observe?.({ type: "retry", operation, reason, delayMs, attempt: attempts.length + 1 });
}
