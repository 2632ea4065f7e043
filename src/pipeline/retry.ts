import { INITIAL_RETRY_TOKENS, MIN_DELAY_MS } from "../defaults.js";
import { ConfluentError } from "../errors/index.js";
import { isIdempotent, isSafe } from "../http/methods.js";
import type { ReadResponse } from "../http/read-body.js";
import type { Call, Layer } from "./call.js";
import { classifyFailure, classifyResponse, type RetryDecision } from "./retry-decision.js";
import type { RetryOptions } from "./settings.js";

/** How an attempt ended: with a response, or with an error. */
type AttemptResult =
  | { readonly received: ReadResponse; readonly error?: never }
  | { readonly received?: never; readonly error: unknown };

/**
 * The layer that repeats a failed attempt where that is safe, may help, and fits into the time and the retry budget.
 *
 * The budget is shared by all calls of a client. While the service works, successes pay for the occasional retry. During an
 * outage the budget runs out, so that a fleet of clients does not double the load on a service that is down.
 *
 * @param random a number from 0 up to 1, for jitter
 */
export function retry(random: () => number): Layer {
  let budget = INITIAL_RETRY_TOKENS;
  return (next) => async (request, call) => {
    const { attempts, scope, clock } = call;
    const idempotent = call.idempotent || isIdempotent(request.method);
    let refund = 1;
    let previous: AttemptResult | undefined;
    for (let retries = 0; ; retries++) {
      const attemptsBefore = attempts.length;
      let result: AttemptResult;
      try {
        result = { received: await next(request, call) };
      } catch (error) {
        result = { error };
      }
      const { received, error } = result;
      if (!received) {
        // Errors of this call share its list of attempts. Others belong to a token request, which has its own retries.
        if (!(error instanceof ConfluentError) || error.attempts !== attempts) throw error;
        // The rate limiter rejected it before anything was sent: the previous result says more.
        if (attempts.length === attemptsBefore) return settle(previous ?? result);
      }
      const decision = received
        ? classifyResponse(received.response, idempotent, clock.epochMs())
        : classifyFailure(error, idempotent);
      if (decision.ambiguous && !isSafe(request.method) && !call.idempotent) call.maybeApplied = true;

      const delayMs = delayBefore(decision, retries, call, random);
      if (delayMs === undefined || decision.cost > budget) {
        // A success gives back what its last retry cost, or one token if it needed none.
        if (received?.response.ok) budget = Math.min(INITIAL_RETRY_TOKENS, budget + refund);
        return settle(result);
      }
      refund = decision.cost;
      budget -= decision.cost;
      previous = result;
      announceRetry(call, received?.response.status ?? (error as Error).name, delayMs);
      await scope.sleep(delayMs, clock);
    }
  };
}

function settle({ received, error }: AttemptResult): ReadResponse {
  if (received) return received;
  throw error;
}

/** Milliseconds until the next attempt; undefined if there is none. */
function delayBefore(
  { retryable, retryAfterMs }: RetryDecision,
  retries: number,
  { settings, isOneShot, scope, clock, endsAt }: Call,
  random: () => number,
): number | undefined {
  const { maxRetries, maxRetryAfterMs } = settings.retry;
  if (!retryable || isOneShot || scope.ended || retries >= maxRetries) return undefined;
  if (retryAfterMs !== undefined && retryAfterMs > maxRetryAfterMs) return undefined;
  const delayMs =
    retryAfterMs === undefined
      ? backoff(retries, settings.retry, random)
      : retryAfterMs + jitter(retryAfterMs, random);
  return clock.now() + delayMs < endsAt ? delayMs : undefined;
}

/** Full jitter: any delay up to a bound that doubles each time, so that clients that failed together do not return together. */
function backoff(
  retries: number,
  { baseDelayMs, maxDelayMs }: Required<RetryOptions>,
  random: () => number,
): number {
  const bound = Math.min(maxDelayMs, baseDelayMs * 2 ** retries);
  return Math.max(Math.min(MIN_DELAY_MS, maxDelayMs), Math.round(random() * bound));
}

/** A little on top of what the service asked for, never less. */
function jitter(retryAfterMs: number, random: () => number): number {
  return Math.round(random() * Math.min(1_000, MIN_DELAY_MS + retryAfterMs / 10));
}

/** Adds the delay to the last attempt, and announces the next one. */
function announceRetry(
  { operation, attempts, observe }: Call,
  reason: number | string,
  delayMs: number,
): void {
  const last = attempts.pop();
  if (last) attempts.push({ ...last, delayMs });
  observe?.({ type: "retry", operation, reason, delayMs, attempt: attempts.length + 1 });
}
