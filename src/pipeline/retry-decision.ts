import { RETRY_COST, TIMEOUT_RETRY_COST } from "../defaults.js";
import { ConnectionError, TimeoutError } from "../errors/index.js";
import { parseRetryAfterMs } from "../http/retry-after.js";
import { classifyNetworkFailure } from "./network-failure.js";

/** What the result of an attempt means for the call. */
export interface RetryDecision {
  /** True when another attempt is safe and may help. */
  readonly retryable: boolean;
  /** True when the request may have been applied although it failed. */
  readonly ambiguous: boolean;
  /** Milliseconds that the service asks to wait. */
  readonly retryAfterMs?: number | undefined;
  /** What another attempt takes from the retry budget. */
  readonly cost: number;
}

const FINAL: RetryDecision = { retryable: false, ambiguous: false, cost: 0 };
/** Failures that may pass, for requests that may be repeated. */
const TRANSIENT = new Set([408, 500, 502, 503, 504]);
/** Server errors after which nothing was applied. The others leave it open: a gateway may have lost the response. */
const NOT_APPLIED = new Set([501, 505, 511]);

/**
 * Decides after a response. Only a 429, and a 503 with `Retry-After`, were certainly refused, so that a write may be repeated.
 *
 * @param idempotent true when the request may be repeated
 * @param now milliseconds since 1970, for a `Retry-After` that is a date
 */
export function classifyResponse(response: Response, idempotent: boolean, now: number): RetryDecision {
  const { status } = response;
  if (status < 400) return FINAL;
  const retryAfterMs = parseRetryAfterMs(response, now);
  const refused = status === 429 || (status === 503 && retryAfterMs !== undefined);
  if (refused) return { retryable: true, ambiguous: false, retryAfterMs, cost: RETRY_COST };
  const retryable = idempotent && TRANSIENT.has(status);
  const ambiguous = status === 408 || (status >= 500 && !NOT_APPLIED.has(status));
  return { retryable, ambiguous, retryAfterMs, cost: RETRY_COST };
}

/** Decides after an attempt that was rejected with an error. */
export function classifyFailure(error: unknown, idempotent: boolean): RetryDecision {
  if (error instanceof TimeoutError)
    return { retryable: idempotent, ambiguous: true, cost: TIMEOUT_RETRY_COST };
  if (!(error instanceof ConnectionError)) return FINAL;
  const failure = classifyNetworkFailure(error.cause);
  if (failure === "not-connected") return { retryable: true, ambiguous: false, cost: RETRY_COST };
  if (failure === "not-sent") return FINAL;
  return { retryable: idempotent && failure === "interrupted", ambiguous: true, cost: RETRY_COST };
}
