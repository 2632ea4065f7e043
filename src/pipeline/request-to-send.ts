import { ConfigurationError } from "../errors/index.js";
import type { Call } from "./call.js";

/**
 * The copy of a request that one attempt sends: it has the credentials, which no middleware sees, and it can be sent again,
 * while a body can be read only once. `fetch` follows no redirects, unless the client leaves them to it: the platform would
 * take the headers along, and some take even the credentials to another origin.
 */
export function requestToSend(
  original: Request,
  { authorization, isOneShot, platformRedirects, operation }: Call,
): Request {
  // A clone of a stream would keep in memory what it sends.
  const copy = isOneShot ? new Request(original) : original.clone();
  const request = platformRedirects || copy.redirect === "manual" ? copy : new Request(copy, MANUAL);
  if (authorization !== undefined) authorizeRequest(request, authorization, operation);
  return request;
}

/** The platform's error would show the credentials. */
function authorizeRequest({ headers }: Request, authorization: string, operation: string): void {
  try {
    headers.set("Authorization", authorization);
  } catch {
    const problem = "contain a line break or a character outside of Latin-1";
    throw new ConfigurationError(`The credentials that \`auth\` gave ${problem} (${operation})`, {
      operation,
    });
  }
}

const MANUAL = { redirect: "manual" } as const;
