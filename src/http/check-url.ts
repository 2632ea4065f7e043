import { ConfigurationError } from "../errors/index.js";

/**
 * The base URL without a slash at its end; a path prefix is kept. Whether credentials may be sent to it is another question.
 *
 * @param name names the URL in the error
 * @throws {ConfigurationError} when it is not a URL of HTTP, or has a query, a fragment or credentials
 */
export function checkBaseUrl(value: unknown, name = "baseUrl"): string {
  return check(value, name, problemOf).replace(/(?<!\/)\/+$/, "");
}

/**
 * Checks a URL that credentials are sent to.
 *
 * @param name names the URL in the error
 * @throws {ConfigurationError} when it is not a URL, has a query, a fragment or credentials, or would send credentials
 * unencrypted: `http:` is for loopback only
 */
export function checkUrl(value: unknown, name: string): string {
  return check(value, name, (url) => problemOf(url) ?? exposureOf(url));
}

/** True for a host that is this machine. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

function check(value: unknown, name: string, find: (url: string) => string | undefined): string {
  const problem = typeof value === "string" ? find(value) : `must be a string, not ${typeof value}`;
  if (!problem) return new URL(value as string).href;
  // A URL with an @ may contain a password.
  const shown = typeof value === "string" && !value.includes("@") ? ` "${value}"` : "";
  throw new ConfigurationError(`${name}${shown} ${problem}`);
}

function problemOf(value: string): string | undefined {
  if (!URL.canParse(value)) return "is not a URL; pass one such as https://api.confluent.cloud";
  const { username, password, href, protocol } = new URL(value);
  if (username || password) return "contains credentials; pass them as `auth`";
  // Not `search` and `hash`: they are empty for a bare `?` or `#`, which would still cut off every path.
  if (/[?#]/.test(href)) return "contains a query or a fragment; only a path may follow the host";
  return protocol === "https:" || protocol === "http:" ? undefined : "must start with https://";
}

function exposureOf(value: string): string | undefined {
  const { protocol, hostname } = new URL(value);
  if (protocol === "https:" || isLoopback(hostname)) return undefined;
  return "would send credentials unencrypted; use https: (http: is accepted for localhost only)";
}
