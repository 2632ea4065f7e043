import { ConfigurationError } from "../errors/index.js";
import { checkUrl } from "../http/check-url.js";

/** Which redirects a client follows. */
export interface RedirectPolicy {
  /** True for an origin that the option `redirectOrigins` names. */
  readonly isNamed: (target: URL) => boolean;
  /** True if a request to `from` may be sent to `target` instead, with all that is in it. */
  readonly mayFollow: (from: string, target: URL) => boolean;
}

/**
 * A request below the base URL, or to a named origin, may be sent to another such URL. A middleware may have sent a request
 * elsewhere: it stays within that origin.
 *
 * @param origins origins, or patterns such as `https://*.confluent.cloud`
 * @throws {ConfigurationError} for an item that is neither
 */
export function createRedirectPolicy(baseUrl: string, origins: readonly string[] = []): RedirectPolicy {
  if (!Array.isArray(origins)) throw new ConfigurationError("redirectOrigins must be a list of origins");
  const named = origins.map(toMatcher);
  const isNamed = (target: URL): boolean => named.some((matches) => matches(target));
  const isTrusted = (url: URL): boolean => isBelow(url, baseUrl) || isNamed(url);
  return {
    isNamed,
    mayFollow: (from, target) => {
      const origin = new URL(from);
      return isTrusted(origin) ? isTrusted(target) : target.origin === origin.origin;
    },
  };
}

/** True if the URL is the base URL or a path below it. */
export function isBelow({ origin, pathname }: URL, baseUrl: string): boolean {
  return `${origin}${pathname}/`.startsWith(`${baseUrl.replace(/(?<!\/)\/+$/, "")}/`);
}

/** `*` stands for one or more labels at the front of the host. It cannot cover a whole top-level domain. */
function toMatcher(pattern: unknown, index: number): (target: URL) => boolean {
  const name = `redirectOrigins[${index}]`;
  const isPattern = typeof pattern === "string" && pattern.includes("*");
  const { origin, pathname, protocol, host } = new URL(
    checkUrl(isPattern ? pattern.replace("://*.", "://") : pattern, name),
  );
  const isWide = isPattern && (!/^https:\/\/\*\.[^*]+$/.test(pattern) || !host.includes("."));
  if (pathname !== "/" || isWide) {
    throw new ConfigurationError(
      `${name} must be an origin such as https://flink.eu-central-1.aws.confluent.cloud, or a pattern such as https://*.confluent.cloud`,
    );
  }
  return isPattern
    ? (target) => target.protocol === protocol && target.host.endsWith(`.${host}`)
    : (target) => target.origin === origin;
}
