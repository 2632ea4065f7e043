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
export const INITIAL_RETRY_TOKENS = 500;
export const RETRY_COST = 5;
/** … or fifty after timeouts, which hold a connection of a struggling service for long. */
export const TIMEOUT_RETRY_COST = 10;

/** Calls in flight at once. Confluent limits concurrency too, without saying how; browsers open six connections. */
export const MAX_CONCURRENCY = 10;

/** How long those that wait at a narrowed gate let the requests that went ahead of them keep silent. */
export const PROBE_INTERVAL_MS = 1_000;

/** An error body is small. More is read of none, so that a broken gateway cannot fill the memory. */
export const MAX_ERROR_BODY_BYTES = 262_144;

/** A token with less life left than this is replaced in the background, early enough for several tries … */
export const REFRESH_BELOW_MS = 120_000;
/** … which are this far apart when they fail … */
export const REFRESH_AGAIN_AFTER_MS = 5_000;
/** … and with less than this it is not used any more: it has to outlive the way to the service, and two clocks that differ. */
export const TOKEN_USABLE_ABOVE_MS = 30_000;

/** The longest life of an access token, by the description of Confluent's `exchangeStsV1OauthToken`. */
export const MAX_TOKEN_LIFE_SECONDS = 900;
/** The life of a token whose answer does not tell it: short, so that a wrong guess costs exchanges rather than refusals. */
export const ASSUMED_TOKEN_LIFE_SECONDS = 60;
