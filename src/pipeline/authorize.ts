import type { Authenticator } from "../auth/auth.js";
import { LazySignal } from "../time/lazy-signal.js";
import type { Call, Layer } from "./call.js";

/**
 * The layer that adds the credentials, only to requests for the origin of the base URL and for those that redirects may lead
 * to: a middleware, or a `baseUrl` for one call, may send a request elsewhere, and that host must not get them. After a 401 it asks for credentials once more, and
 * sends the request again if they have changed.
 */
export function authorize(
  authenticator: Authenticator,
  baseUrl: string,
  isNamedOrigin: (url: URL) => boolean,
): Layer {
  const origin = new URL("/", baseUrl).href;
  /** Synchronous when the credentials are cached. */
  const current = ({ scope }: Call): string | Promise<string> => {
    const value = authenticator.authorization(new LazySignal(scope));
    return typeof value === "string" ? value : scope.race(value);
  };
  return (next) => async (request, call) => {
    if (!request.url.startsWith(origin) && !isNamedOrigin(new URL(request.url))) {
      delete call.authorization;
      return next(request, call);
    }

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
