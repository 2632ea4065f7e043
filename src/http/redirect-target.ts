const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** True for the statuses that send the client elsewhere (RFC 9110, section 15.4). */
export const isRedirect = (status: number): boolean => REDIRECTS.has(status);

/**
 * Where a redirect leads, without a fragment; undefined if it has no `Location`, or one that is no HTTP URL or has
 * credentials in it.
 *
 * @param from the URL of the request, to which `Location` may be relative
 */
export function redirectTarget({ headers }: Response, from: string): URL | undefined {
  const location = headers.get("location");
  if (location === null || !URL.canParse(location, from)) return undefined;
  const target = new URL(location, from);
  target.hash = "";
  const isUsable = /^https?:$/.test(target.protocol) && !target.username && !target.password;
  return isUsable ? target : undefined;
}
