import type { Call } from "./call.js";

/**
 * The copy of a request that one attempt sends: it has the credentials, which no middleware sees, and it can be sent again,
 * while a body can be read only once. `fetch` follows no redirects, unless the client leaves them to it: the platform would
 * take the headers along, and some take even the credentials to another origin.
 */
export function requestToSend(
  original: Request,
  { authorization, isOneShot, platformRedirects }: Call,
): Request {
  // A clone of a stream would keep in memory what it sends.
  const copy = isOneShot ? new Request(original) : original.clone();
  const request = platformRedirects || copy.redirect === "manual" ? copy : new Request(copy, MANUAL);
  if (authorization !== undefined) request.headers.set("Authorization", authorization);
  return request;
}

const MANUAL = { redirect: "manual" } as const;
