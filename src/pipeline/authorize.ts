import type { Authenticator } from "../auth/auth.js";
import { checkUrl } from "../http/check-url.js";
import { LazySignal } from "../time/lazy-signal.js";
import type { Call, Layer } from "./call.js";

/**
 * The layer that adds the credentials, only to requests for the origin of the base URL: a middleware, or a `baseUrl` for one
 * call, may send a request elsewhere, and that host must not get them. A request that carries an `Authorization` header
 * already keeps it. After a 401 it asks for credentials once more, and sends the request again if they have changed.
 *
 * @throws {ConfigurationError} when the base URL would send credentials unencrypted
 */
export function authorize(authenticator: Authenticator, baseUrl: string): Layer {
  const origin = new URL("/", checkUrl(baseUrl, "baseUrl")).href;
  /** Synchronous when the credentials are cached. */
  const current = ({ scope }: Call): string | Promise<string> => {
    const value = authenticator.authorization(new LazySignal(scope));
    return typeof value === "string" ? value : scope.race(value);
  };
  return (next) => async (request, call) => {
    if (!request.url.startsWith(origin) || hasOwnCredentials(request, call)) return next(request, call);

    const value = current(call);
    const used = (call.authorization = typeof value === "string" ? value : await value);
    const result = await next(request, call);
    if (result.response.status !== 401) return result;

    authenticator.invalidate?.(used);
    if (call.isOneShot) return result;
    call.authorization = await current(call);
    return call.authorization === used ? result : next(request, call);
  };
}

/** Until the first attempt: after it, the header may be ours. */
function hasOwnCredentials({ headers }: Request, { authorization }: Call): boolean {
  return authorization === undefined && headers.has("Authorization");
}
