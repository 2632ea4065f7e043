import type { Authenticator } from "../auth/auth.js";
import { LazySignal } from "../time/lazy-signal.js";
import type { Call, Layer } from "./call.js";

/**
 * The layer that adds the credentials, to requests for the origin of the base URL only: a middleware or a `baseUrl` for
 * one call may point a request elsewhere, and the credentials stay here. After a 401 it asks for credentials once more, and
 * sends again if they are others.
 */
export function authorize(credentials: Authenticator, baseUrl: string): Layer {
  const origin = new URL("/", baseUrl).href;
  /** Not a promise where the credentials are at hand: nobody needs to wait for them. */
  const current = ({ scope }: Call): string | Promise<string> => {
    const value = credentials.authorization(new LazySignal(scope));
    return typeof value === "string" ? value : scope.race(value);
  };
  return (next) => async (request, call) => {
    if (!request.url.startsWith(origin)) return next(request, call);

    const value = current(call);
    const used = (call.authorization = typeof value === "string" ? value : await value);
    const answer = await next(request, call);
    if (answer.response.status !== 401) return answer;

    credentials.invalidate?.(used);
    if (call.isOneShot) return answer;
    call.authorization = await current(call);
    return call.authorization === used ? answer : next(request, call);
  };
}
