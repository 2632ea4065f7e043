import type { Attempt } from "../errors/index.js";
import type { Clock } from "../time/clock.js";

/** The answer to a request of the authentication's own, whatever its status, and what it took to get it. */
export interface AuthResponse {
  readonly response: Response;
  /** Oldest first. */
  readonly attempts: readonly Attempt[];
}

/** What a client lends to a way to authenticate. */
export interface AuthContext {
  /** The client's base URL, without a slash at its end. */
  readonly baseUrl: string;
  readonly clock: Clock;
  /** The client's: milliseconds that one attempt may take, and the most that anything else should be waited for. */
  readonly timeoutMs: number;
  /**
   * Sends a request of the authentication's own (a token exchange, say) through the client's pipeline: its `fetch`, retries,
   * timeouts, events and `User-Agent`, without credentials. Such a request must be safe to repeat.
   *
   * @param operation names the request in errors and logs
   * @throws {ConnectionError} when no answer came
   * @throws {TimeoutError} when none came in time
   */
  readonly send: (request: Request, operation: string, signal?: AbortSignal) => Promise<AuthResponse>;
}

/** Authenticator at work for one client. */
export interface Authenticator {
  /**
   * The value of the `Authorization` header for one request.
   *
   * @param context.signal aborts when the call that waits for the value is aborted; others may wait for the same value
   */
  authorization(context: { readonly signal: AbortSignal }): string | Promise<string>;
  /** Told the value that the service refused with a 401, so that a fresh one is got for the next request. */
  invalidate?(refused: string): void;
}

/**
 * A way to authenticate: `apiKey`, `stsToken`, `bearerToken`, or your own. Implementations keep their secrets in closures,
 * out of sight of `inspect`.
 */
export interface Auth {
  /** Called once for each client. */
  authenticate(context: AuthContext): Authenticator;
}
