import { MAX_REDIRECTS } from "../defaults.js";
import { isRedirect, redirectTarget } from "../http/redirect-target.js";
import type { Call, Layer } from "./call.js";
import type { RedirectPolicy } from "./redirect-policy.js";

/**
 * The layer that follows redirects; `fetch` follows none (RFC 9110, section 15.4). Each step is a request of its own, which
 * the layers below send as any other.
 *
 * A read is followed within the base URL. A write is not, because it may have been applied, or would become a read; but with
 * 307 and 308, which keep method and body, it is followed to a named origin. A redirect that is not followed is the response
 * of the call, and `call.hint` says why.
 */
export function redirect(policy: RedirectPolicy): Layer {
  return (next) => async (original, call) => {
    const visited = new Set([original.url]);
    for (let request = original; ;) {
      const received = await next(request, call);
      const { response } = received;
      if (call.platformRedirects || !isRedirect(response.status)) return received;

      const target = redirectTarget(response, request.url);
      const reason = target
        ? reasonNotToFollow({ request, response, target, visited, policy, call })
        : "it names no URL that can be used";
      if (!target || reason !== undefined) {
        const to = target ? ` to ${target.origin}` : "";
        call.hint = `the redirect${to} is not followed: ${reason ?? ""}`;
        return received;
      }
      visited.add(target.href);
      request = new Request(target, request.body === null ? request : request.clone());
    }
  };
}

interface Redirection {
  readonly request: Request;
  readonly response: Response;
  readonly target: URL;
  /** The URLs of the requests so far. */
  readonly visited: ReadonlySet<string>;
  readonly policy: RedirectPolicy;
  readonly call: Call;
}

function reasonNotToFollow(redirection: Redirection): string | undefined {
  const { request, response, target, visited, policy, call } = redirection;
  if (call.keepsRedirects) return "the option `redirect` says so";
  if (!policy.mayFollow(request.url, target)) {
    return "it leads away from the base URL, and `redirectOrigins` does not name that origin";
  }
  const isRead = request.method === "GET" || request.method === "HEAD";
  const keepsMethod = response.status === 307 || response.status === 308;
  if (!isRead && !(keepsMethod && !call.isOneShot && policy.isNamed(target))) {
    return `a ${request.method} is not sent again`;
  }
  if (visited.has(target.href)) return "it leads in a circle";
  return visited.size > MAX_REDIRECTS ? `it is redirect ${visited.size} of this call` : undefined;
}
