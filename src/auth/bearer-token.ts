import type { Auth } from "./auth.js";
import { checkSecret } from "./check-secret.js";

/** Gives the token for one request; `signal` aborts when the call that waits for it is aborted. */
export type TokenCallback = (context: { readonly signal: AbortSignal }) => string | Promise<string>;

/**
 * Authenticates with an access token (RFC 6750; `confluent-sts-access-token` in the OpenAPI document) that you have, or
 * that a callback gives. The callback is called for every request, so it should hold on to a token while that is fresh.
 *
 * @throws {ConfigurationError} when the token, or what the callback gave, is empty or no token
 * @example createClient({ auth: bearerToken(() => tokens.current()) })
 */
export function bearerToken(token: string | TokenCallback): Auth {
  if (typeof token !== "function") checkSecret(token, "bearerToken: the token");
  const authorization = async (context: { readonly signal: AbortSignal }): Promise<string> => {
    const value = typeof token === "function" ? await token(context) : token;
    checkSecret(value, "bearerToken: the token that the callback gave");
    return `Bearer ${value}`;
  };
  return { authenticate: () => ({ authorization }) };
}
