import type { RequestPolicy } from "./settings.js";

/** Settings of one call; they override those of the client. */
export interface CallOptions extends RequestPolicy {
  /**
   * Query parameters beside those of the method's own arguments, by their names on the wire.
   *
   * @example { page_size: 10 }
   */
  query?: Record<string, unknown>;
  /**
   * Headers to send beside the client's own; `null` takes one of the client's away.
   *
   * @example { "X-Trace-Id": "4bf92f3577b34da6" }
   */
  headers?: Record<string, string | null>;
  /** Ends the call when it aborts; the call then rejects with the signal's own `reason`. */
  signal?: AbortSignal;
}
