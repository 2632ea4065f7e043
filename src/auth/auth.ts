import type { Attempt } from "../errors/index.js";
import type { Clock } from "../time/clock.js";

/** The response to a request that an `Auth` sends itself, such as a token exchange. */
export interface AuthResponse {
  /** The response, with any status. */
  readonly response: Response;
  /** The requests that were sent for it, oldest first. */
  readonly attempts: readonly Attempt[];
}

/** What a client passes to its `Auth`. */
export interface AuthContext {
  /** The client's base URL, without a slash at its end. */
  readonly baseUrl: string;
  /** The client's clock, for expiry and waits. */
  readonly clock: Clock;
  /** The client's limit for one attempt, in milliseconds. No other wait should be longer. */
  readonly timeoutMs: number;
  /**
   * Sends a request, such as a token exchange, without credentials. It uses the client's `fetch`, retries, timeouts, events
   * and `User-Agent`, so the request must be safe to repeat.
   *
   * @param operation names the request in errors and logs
   * @param signal ends the request, its retries and its waits
   * @throws {ConnectionError} when there is no response
   * @throws {TimeoutError} when there is no response in time
   */
  readonly send: (request: Request, operation: string, signal?: AbortSignal) => Promise<AuthResponse>;
}

/** Provides the credentials of one client. */
export interface Authenticator {
  /**
   * The value of the `Authorization` header for one request.
   *
   * @param context.signal aborts with the call that waits for the value; other calls may wait for the same value
   */
  authorization(context: { readonly signal: AbortSignal }): string | Promise<string>;
  /** Called with a value that the service refused with a 401, so that the next request gets a new one. */
  invalidate?(refused: string): void;
  /** Called when the last request of the client that was under way has ended, to stop what would keep the program alive. */
  onIdle?(): void;
  /**
   * True when `authorization` always settles in time by itself, because it waits only for `AuthContext.send`. Without it, a
   * call waits no longer than its `timeoutMs`.
   *
   * @default false
   */
  readonly hasOwnTimeout?: boolean;
}

/**
 * A way to authenticate: `apiKey`, `stsToken`, `bearerToken`, `noAuth`, or your own. Keep secrets in closures, where `inspect` and
 * `JSON.stringify` do not see them.
 *
 * @example
 * const signed: Auth = { authenticate: () => ({ authorization: () => `Bearer ${signToken()}` }) };
 * const confluent = createClient({ auth: signed });
 */
export interface Auth {
  /**
   * Called once when a client is created. Returns what provides the credentials; undefined when requests get none.
   */
  authenticate(context: AuthContext): Authenticator | undefined;
}
