import type { Clock } from "../time/clock.js";

/** What a client lends to a way to authenticate. */
export interface Connection {
  /** The client's base URL, without a slash at its end. */
  readonly baseUrl: string;
  readonly clock: Clock;
  /**
   * Sends a request of the authentication's own (a token exchange, say) through the client's pipeline: deadline, retry and
   * timeouts apply, credentials are not added. Such a request must be safe to repeat.
   *
   * @param operation names the request in errors and logs
   */
  send(request: Request, operation: string, signal?: AbortSignal): Promise<Response>;
}

/** Credentials at work for one client. */
export interface Credentials {
  /**
   * The value of the `Authorization` header for one request.
   *
   * @param signal aborts when the call that waits for the value is aborted; others may wait for the same value
   */
  authorization(signal: AbortSignal): string | Promise<string>;
  /** Told the value that the service refused with a 401, so that a fresh one is got for the next request. */
  invalidate?(refused: string): void;
}

/**
 * A way to authenticate: `apiKey`, `stsToken`, `bearerToken`, or your own. Implementations keep their secrets in closures,
 * out of sight of `inspect`.
 */
export interface Auth {
  /** Called once for each client. */
  connect(connection: Connection): Credentials;
}
