import type { Auth } from "../auth/auth.js";
import type { Layer } from "./layer.js";

/**
 * The layer that adds the credentials, to requests for the origin of the base URL only: a middleware or a `baseUrl` for
 * one call may point a request elsewhere, and the credentials stay here.
 */
export function authorize(auth: Auth, baseUrl: string): Layer {
  const { origin } = new URL(baseUrl);
  return (next) => async (request, call) => {
    if (new URL(request.url).origin === origin) {
      request.headers.set("Authorization", await auth.authorization({ signal: call.signal }));
    }
    return next(request, call);
  };
}
