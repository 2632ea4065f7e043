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
  const problem = typeof value === "string" ? problemOf(value) : `must be a string, not ${typeof value}`;
  if (!problem) return new URL(value as string).href;
  // What holds an @ may hold a password: not to be shown.
  const shown = typeof value === "string" && !value.includes("@") ? ` "${value}"` : "";
  throw new ConfigurationError(`${name}${shown} ${problem}`);
}

function problemOf(value: string): string | undefined {
  if (!URL.canParse(value))
    return "is not a URL; it begins with https://, such as https://api.confluent.cloud";
  const { username, password, href, protocol, hostname } = new URL(value);
  if (username || password) return "holds credentials; pass them as `auth`";
  // Not `search` and `hash`: a bare `?` or `#` is in neither, and would still cut off every path.
  if (/[?#]/.test(href)) return "holds a query or a fragment; only a path may follow the host";
  if (protocol === "https:") return undefined;
  if (protocol !== "http:") return "must begin with https://";
  if (/^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)) return undefined;
  return "would send credentials in the clear; http: is accepted for localhost only, use https:";
}
