import type { Credentials } from "../auth/auth.js";
import { abortable } from "../time/scope.js";
import type { Layer } from "./layer.js";

/**
 * The layer that adds the credentials, to requests for the origin of the base URL only: a middleware or a `baseUrl` for
 * one call may point a request elsewhere, and the credentials stay here. After a 401 it asks for credentials once more, and
 * sends again if they are others.
 */
export function authorize(credentials: Credentials, baseUrl: string): Layer {
  const { origin } = new URL(baseUrl);
  return (next) => async (request, call) => {
    if (new URL(request.url).origin !== origin) return next(request, call);

    const current = async (): Promise<string> => abortable(ask(credentials, call.signal), call.signal);
    const again = request.body === null || call.sendsOnce ? request : request.clone();
    const value = await current();
    request.headers.set("Authorization", value);
    const answer = await next(request, call);
    if (answer.status !== 401) return answer;

    credentials.invalidate?.(value);
    if (call.sendsOnce) return answer;
    const fresh = await current();
    if (fresh === value) return answer;
    again.headers.set("Authorization", fresh);
    return next(again, call);
  };
}

async function ask(credentials: Credentials, signal: AbortSignal): Promise<string> {
  return credentials.authorization(signal);
}
