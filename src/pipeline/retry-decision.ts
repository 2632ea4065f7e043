import { RETRY_COST, TIMEOUT_RETRY_COST } from "../defaults.js";
import { ConnectionError, TimeoutError } from "../errors/index.js";
import { classifyNetworkFailure } from "./network-failure.js";
import { parseRetryAfterMs } from "../http/retry-after.js";

/** What the end of an attempt means for the call. */
export interface RetryDecision {
  /** True when making the attempt retryable is safe and may help. */
  readonly retryable: boolean;
  /** True when the request may have been carried out although it looks failed. */
  readonly ambiguous: boolean;
  /** What the service asks to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** What making it retryable takes from the budget. */
  readonly cost: number;
}

const FINAL: RetryDecision = { retryable: false, ambiguous: false, cost: 0 };
/** Failures that a repetition may mend, for requests that may be repeated. */
const TRANSIENT = new Set([408, 500, 502, 503, 504]);
/** Server errors that say that nothing was done. Of the others nobody knows: a gateway may have lost the answer. */
const NOT_DONE = new Set([501, 505, 511]);

/**
 * Judges an answer. Refused is what certainly was not carried out: a 429, and a 503 that says when to come back.
 *
 * @param idempotent true when sending the request twice is as good as once
 * @param now milliseconds since 1970, for a `Retry-After` that is a date
 */
export function classifyResponse(answer: Response, idempotent: boolean, now: number): RetryDecision {
  const { status } = answer;
  if (status < 400) return FINAL;
  const retryAfterMs = parseRetryAfterMs(answer, now);
  const refused = status === 429 || (status === 503 && retryAfterMs !== undefined);
  if (refused) return { retryable: true, ambiguous: false, retryAfterMs, cost: RETRY_COST };
  const retryable = idempotent && TRANSIENT.has(status);
  const ambiguous = status === 408 || (status >= 500 && !NOT_DONE.has(status));
  return { retryable, ambiguous, retryAfterMs, cost: RETRY_COST };
}

/** Judges what an attempt was rejected with. */
export function classifyFailure(error: unknown, idempotent: boolean): RetryDecision {
  if (error instanceof TimeoutError)
    return { retryable: idempotent, ambiguous: true, cost: TIMEOUT_RETRY_COST };
  if (!(error instanceof ConnectionError)) return FINAL;
  const failure = classifyNetworkFailure(error.cause);
  if (failure === "not-connected") return { retryable: true, ambiguous: false, cost: RETRY_COST };
  if (failure === "certificate") return FINAL;
  return { retryable: idempotent && failure === "interrupted", ambiguous: true, cost: RETRY_COST };
}
