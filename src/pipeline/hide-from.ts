import { secretHider, secretsInBody, secretsInHeaders } from "../util/hide-secrets.js";
import type { Call } from "./call.js";

/** Returns a function that hides from a text what is secret in a request. The secrets are sought when there is a text. */
export function hideFrom(request: Request, { body }: Pick<Call, "body">): (text: string) => string {
  let hide: ((text: string) => string) | undefined;
  return (text) =>
    (hide ??= secretHider([...secretsInHeaders(request.headers), ...secretsInBody(body)]))(text);
}

/** The response itself, or one with the same status and no secrets, where its headers or its reason phrase repeat one. */
export function withoutSecrets(response: Response, { hide }: Call): Response {
  const { status, statusText, headers } = response;
  if (!hide || [statusText, ...headers.values()].every((text) => hide(text) === text)) return response;
  const shown = [...headers].map(([name, value]): [string, string] => [name, hide(value)]);
  return new Response(null, { status, statusText: hide(statusText), headers: shown });
}
