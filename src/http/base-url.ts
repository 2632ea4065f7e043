import { ConfigurationError } from "../errors/index.js";

/**
 * The base URL without its trailing slash; a path prefix is kept.
 *
 * @throws {ConfigurationError} when it is no URL, carries a query, a fragment or credentials, or would send
 * credentials in the clear: `http:` is for loopback only
 */
export function checkBaseUrl(baseUrl: unknown): string {
  const fail = (problem: string): never => {
    // What holds an @ may hold a password: not to be shown.
    const shown = typeof baseUrl === "string" && !baseUrl.includes("@") ? ` "${baseUrl}"` : "";
    throw new ConfigurationError(`baseUrl${shown} ${problem}`);
  };
  if (typeof baseUrl !== "string") return fail(`must be a string, not ${typeof baseUrl}`);
  let url: URL;
  try {
    url = new URL(baseUrl);
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
  return url.href.replace(/\/+$/, "");
}

function isLoopback(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
