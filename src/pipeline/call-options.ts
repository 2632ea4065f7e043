import type { RequestPolicy } from "./settings.js";

/** Settings of one call. They override those of the client. */
export interface CallOptions extends RequestPolicy {
  /**
   * Query parameters in addition to those of the method's own arguments, by their names on the wire.
   *
   * @example { page_size: 10 }
   */
  query?: Record<string, unknown>;
  /**
   * Headers in addition to those of the client; `null` removes one of the client's.
   *
   * @example { "X-Trace-Id": "4bf92f3577b34da6" }
   */
  headers?: Record<string, string | null>;
  /**
   * Aborts the call at any point. The call then rejects with the signal's own `reason`.
   *
   * @example AbortSignal.timeout(5_000)
   */
  signal?: AbortSignal;
}
