import { ConfigurationError } from "../errors/index.js";

/** The base URL, checked as `checkUrl` does, without its trailing slash; a path prefix is kept. */
export function checkBaseUrl(baseUrl: unknown): string {
  return checkUrl(baseUrl, "baseUrl").replace(/\/+$/, "");
}

/**
 * A URL that credentials may be sent to.
 *
 * @param name what an error calls it
 * @throws {ConfigurationError} when it is no URL, carries a query, a fragment or credentials, or would send
 * credentials in the clear: `http:` is for loopback only
 */
export function checkUrl(value: unknown, name: string): string {
  const fail = (problem: string): never => {
    // What holds an @ may hold a password: not to be shown.
    const shown = typeof value === "string" && !value.includes("@") ? ` "${value}"` : "";
    throw new ConfigurationError(`${name}${shown} ${problem}`);
  };
  if (typeof value !== "string") return fail(`must be a string, not ${typeof value}`);
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    return fail("is not a URL; it begins with https://, such as https://api.confluent.cloud");
  }
  if (url.username || url.password) fail("holds credentials; pass them as `auth`");
  // Not `url.search || url.hash`: a bare `?` or `#` is in neither, and would still cut off every path.
  if (/[?#]/.test(url.href)) fail("holds a query or a fragment; only a path may follow the host");
  if (url.protocol !== "https:" && url.protocol !== "http:") fail("must begin with https://");
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    fail("would send credentials in the clear; http: is accepted for localhost only, use https:");
  }
  return url.href;
}

function isLoopback(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
