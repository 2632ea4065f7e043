import type { Auth } from "./auth.js";
import { checkSecret } from "./check-secret.js";

/** Returns the token for one request. `signal` aborts with the call that waits for the token. */
export type TokenCallback = (context: { readonly signal: AbortSignal }) => string | Promise<string>;

/**
 * Authenticates with an access token, or with a callback that returns one (RFC 6750, section 2.1;
 * `confluent-sts-access-token` in the OpenAPI document). The callback is called for every request, so it should cache the
 * token. If the callback throws, the call rejects with its error.
 *
 * @throws {ConfigurationError} when the token is empty or contains a character that no token has; a call rejects with the
 * same error when the callback returns such a token
 * @example createClient({ auth: bearerToken(() => tokens.current()) })
 */
export function bearerToken(token: string | TokenCallback): Auth {
  if (typeof token !== "function") checkSecret(token, "bearerToken: the token");
  const authorization = async (context: { readonly signal: AbortSignal }): Promise<string> => {
    const value = typeof token === "function" ? await token(context) : token;
    checkSecret(value, "bearerToken: the token that the callback returned");
    return `Bearer ${value}`;
  };
  return { authenticate: () => ({ authorization }) };
}
