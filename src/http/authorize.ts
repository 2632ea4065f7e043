import type { Credentials } from "../auth/auth.js";
import type { Layer } from "./layer.js";

/**
 * The layer that adds the credentials, to requests for the origin of the base URL only: a middleware or a `baseUrl` for
 * one call may point a request elsewhere, and the credentials stay here. After a 401 it asks for credentials once more, and
 * sends again if they are others.
 */
export function authorize(credentials: Credentials, baseUrl: string): Layer {
  const origin = new URL("/", baseUrl).href;
  return (next) => async (request, call) => {
    if (!request.url.startsWith(origin)) return next(request, call);

    const { scope, sendsOnce } = call;
    const context = {
      get signal() {
        return scope.signal;
      },
    };
    const current = async (): Promise<string> => credentials.authorization(context);
    const again = request.body === null || sendsOnce ? request : request.clone();
    const value = await scope.race(current());
    request.headers.set("Authorization", value);
    const answer = await next(request, call);
    if (answer.status !== 401) return answer;

    credentials.invalidate?.(value);
    if (sendsOnce) return answer;
    const fresh = await scope.race(current());
    if (fresh === value) return answer;
    again.headers.set("Authorization", fresh);
    return next(again, call);
  };
}
