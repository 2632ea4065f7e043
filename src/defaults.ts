/** The numbers that decide how the client behaves, each with its reason. */

/** Confluent Cloud's production API; it has no other region. */
export const BASE_URL = "https://api.confluent.cloud";

/** The timeout of one attempt, its body included. Control-plane calls take seconds; half a minute is a hang. */
export const TIMEOUT_MS = 30_000;

/** Five attempts in all, as Confluent's own tools make. */
export const MAX_RETRIES = 4;
/** The upper bound of the first delay. It doubles with each retry … */
export const BASE_DELAY_MS = 500;
/** … up to this. */
export const MAX_DELAY_MS = 8_000;
/** The shortest delay. With less, the retries of a busy program would follow one another without a pause. */
export const MIN_DELAY_MS = 50;
/** The longest delay that the service may ask for. Beyond it the caller decides. */
export const MAX_RETRY_AFTER_MS = 60_000;

/** The retry budget of one client, which successes refill: enough for a hundred retries in a row … */
export const INITIAL_RETRY_TOKENS = 500;
export const RETRY_COST = 5;
/** … or fifty after timeouts, which hold a connection of a struggling service for long. */
export const TIMEOUT_RETRY_COST = 10;

/** Requests in flight at once. Confluent limits concurrency without saying to what; browsers open six connections. */
export const MAX_CONCURRENCY = 10;

/** How long queued requests wait for a probe before another is sent. */
export const PROBE_INTERVAL_MS = 1_000;

/** How long the store of a shared rate limiter may take. Within a data center it takes a few milliseconds. */
export const SHARED_LIMITER_TIMEOUT_MS = 2_000;
/** How long a store that failed is left alone, so that an outage of it slows down few calls. */
export const SHARED_LIMITER_ASK_AGAIN_MS = 5_000;

/** An error body is small. No more of it is read, so that a broken gateway cannot fill the memory. */
export const MAX_ERROR_BODY_BYTES = 262_144;

/** Credentials that a request got longer ago than this are replaced when its turn comes, if newer ones are at hand. */
export const CREDENTIALS_FRESH_MS = 10_000;

/** How long a token is still refreshed after the last call has ended. It may be the end of the program, too. */
export const REFRESH_WHEN_IDLE_MS = 1_000;

/** A token with less life left than this is refreshed in the background, early enough for several tries … */
export const REFRESH_BELOW_MS = 120_000;
/** … which are this far apart when they fail … */
export const REFRESH_AGAIN_AFTER_MS = 5_000;
/** … and with less than this it is not used any more: it must outlive the request's way to the service, and clocks differ. */
export const TOKEN_USABLE_ABOVE_MS = 30_000;

/** The longest life of an access token, by the description of Confluent's `exchangeStsV1OauthToken`. */
export const MAX_TOKEN_LIFE_SECONDS = 900;
/** The life of a token whose response does not state it: short, so that a wrong guess costs exchanges, not refused calls. */
export const ASSUMED_TOKEN_LIFE_SECONDS = 60;
