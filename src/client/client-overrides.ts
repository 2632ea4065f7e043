import { ConfigurationError } from "../errors/index.js";
import { checkHeaderRecord } from "../http/check-headers.js";
import type { RequestPolicy } from "../pipeline/settings.js";

/** What `withOptions` may change: the settings that a single call may have too. */
export interface ClientOverrides extends RequestPolicy {
  /**
   * Headers to send with every request, in addition to those of the client; `null` removes one of them.
   *
   * @example { "X-Team": "data" }
   */
  headers?: Record<string, string | null>;
}

const ALLOWED = {
  timeoutMs: true,
  totalTimeoutMs: true,
  maxResponseBytes: true,
  retry: true,
  headers: true,
} satisfies Record<keyof ClientOverrides, true>;

/** Refuses what belongs to the parts that clients share, such as the rate limiter, and headers that cannot be sent. */
export function checkOverrides(options: object): void {
  const refused = Object.keys(options).filter((name) => !Object.hasOwn(ALLOWED, name));
  if (refused.length === 0)
    return checkHeaderRecord((options as ClientOverrides).headers, "withOptions: headers");
  const names = refused.map((name) => `\`${name}\``).join(", ");
  const allowed = Object.keys(ALLOWED).join(", ");
  throw new ConfigurationError(
    `withOptions: ${names} cannot be changed (${allowed} can); create another client with createClient`,
  );
}
