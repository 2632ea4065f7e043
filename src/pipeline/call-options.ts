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

/**
 * Settings of one call of an operation that takes headers of its own, or a body in another media type than its default.
 *
 * @typeParam Headers those headers, by their names in the document; further ones may stand beside them
 * @example
 * await client.shop.v1.orders.list({ status: "open" }, { headers: { "X-Tenant": "acme" } });
 * await client.shop.v1.books.create(new FormData(form), { headers: { "Content-Type": "multipart/form-data" } });
 */
export type HeaderOptions<Headers extends object> = Omit<CallOptions, "headers"> &
  (object extends Headers ? { headers?: WithOtherHeaders<Headers> } : { headers: WithOtherHeaders<Headers> });

type WithOtherHeaders<Headers extends object> = Headers &
  Record<string, string | null | undefined | Headers[keyof Headers]>;
