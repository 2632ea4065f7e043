import type { Authenticator } from "../auth/auth.js";
import { checkUrl } from "../http/check-url.js";
import { LazySignal } from "../time/lazy-signal.js";
import type { Call, Layer } from "./call.js";
import { waitForCredentials } from "./credentials.js";

/**
 * The layer that gets the credentials, only for requests to the origin of the base URL: a middleware, or a `baseUrl` for one
 * call, may send a request elsewhere, and that host must not get them. A request that carries an `Authorization` header
 * already keeps it. After a 401 it asks for credentials once more, and sends the request again if they have changed.
 *
 * @throws {ConfigurationError} when the base URL would send credentials unencrypted
 */
export function authorize(authenticator: Authenticator, baseUrl: string): Layer {
  const origin = new URL("/", checkUrl(baseUrl, "baseUrl")).href;
  /** Synchronous when the credentials are cached. */
  const current = (call: Call): string | Promise<string> => {
    const value = authenticator.authorization(new LazySignal(call.scope));
    const isCached = typeof value === "string";
    call.cachedAt = isCached ? call.clock.now() : undefined;
    return isCached ? value : waitForCredentials(value, authenticator, call);
  };
  return (next) => async (request, call) => {
    if (!request.url.startsWith(origin) || hasOwnCredentials(request, call)) return next(request, call);

    const value = current(call);
    call.authorization = typeof value === "string" ? value : await value;
    const result = await next(request, call);
    if (result.response.status !== 401) return result;

    const used = call.authorization;
    authenticator.invalidate?.(used);
    if (call.isOneShot) return result;
    call.authorization = await current(call);
    if (call.authorization === used) return result;
    const sent = call.attempts.length;
    return next(request, call).catch((error: unknown) => {
      // Its turn would come too late, so nothing was sent: the 401 says more.
      if (call.attempts.length === sent && !call.scope.ended) return result;
      throw error;
    });
  };
}

/** Until the first attempt: after it, the header may be ours. */
function hasOwnCredentials({ headers }: Request, { authorization }: Call): boolean {
  return authorization === undefined && headers.has("Authorization");
}
