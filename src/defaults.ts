/** The numbers that decide how the client behaves, each with its reason. */

/** Confluent Cloud's production API; it has no other region. */
export const BASE_URL = "https://api.confluent.cloud";

/** One attempt, to the end of its body. Control-plane calls take seconds; half a minute is a hang. */
export const TIMEOUT_MS = 30_000;

/** Five attempts, as Confluent's own tools make. */
export const MAX_RETRIES = 4;
/** The first wait is at most this, and each later one at most twice the one before … */
export const BASE_DELAY_MS = 500;
/** … up to this. */
export const MAX_DELAY_MS = 8_000;
/** Less than this, and retries of a busy program would follow one another without a pause. */
export const MIN_DELAY_MS = 50;
/** The longest wait at the service's request; beyond it the caller should decide. */
export const MAX_RETRY_AFTER_MS = 60_000;

/** What retries of one client may cost before successes pay some back: enough for a hundred retries in a row … */
export const BUDGET_TOKENS = 500;
export const RETRY_COST = 5;
/** … or fifty after timeouts, which hold a connection of a struggling service for long. */
export const TIMEOUT_RETRY_COST = 10;

/** Calls in flight at once. Confluent limits concurrency too, without saying how; browsers open six connections. */
export const MAX_CONCURRENCY = 10;

/** How long those that wait at a narrowed gate let the requests that went ahead of them keep silent. */
export const GATE_PATIENCE_MS = 1_000;

/** An error body is small. More is read of none, so that a broken gateway cannot fill the memory. */
export const MAX_ERROR_BODY_BYTES = 262_144;
