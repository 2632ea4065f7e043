import type { Auth } from "./auth.js";

const NO_AUTH: Auth = { authenticate: () => undefined };

/**
 * Sends no credentials: for a service that wants none, or for requests that carry an `Authorization` header already. Without
 * credentials, `baseUrl` may be `http:` on any host.
 *
 * @example createClientFor(registry, { baseUrl: "http://registry.internal:8081", auth: noAuth() })
 */
export function noAuth(): Auth {
  return NO_AUTH;
}
