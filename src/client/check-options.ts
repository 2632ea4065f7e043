import { ConfigurationError } from "../errors/index.js";
import { checkLogLevel } from "../events/log-events.js";
import { checkHeaderRecord, checkHeaders } from "../http/check-headers.js";
import type { CallOptions } from "../pipeline/call-options.js";
import type { RequestPolicy } from "../pipeline/settings.js";
import { suggest } from "../util/suggest.js";
import type { BaseClientOptions } from "./client-options.js";

const POLICY = {
  timeoutMs: true,
  totalTimeoutMs: true,
  maxResponseBytes: true,
  retry: true,
} satisfies Record<keyof RequestPolicy, true>;

const CLIENT = {
  ...POLICY,
  auth: true,
  baseUrl: true,
  api: true,
  fetch: true,
  maxConcurrency: true,
  rateLimiter: true,
  redirectOrigins: true,
  userAgent: true,
  headers: true,
  logger: true,
  logLevel: true,
  onEvent: true,
} satisfies Record<keyof BaseClientOptions | "api", true>;

const CALL = { ...POLICY, query: true, headers: true, signal: true } satisfies Record<
  keyof CallOptions,
  true
>;

/**
 * Checks the options of a client, as far as no part of it does.
 *
 * @throws {ConfigurationError} naming the option that is unknown or wrong
 */
export function checkClientOptions(options: BaseClientOptions): void {
  checkNames(options, Object.keys(CLIENT), "");
  const { auth, fetch, onEvent, userAgent, headers, logLevel } = options;
  if (typeof (auth as Partial<typeof auth> | undefined)?.authenticate !== "function") {
    throw new ConfigurationError("`auth` must be what apiKey(), stsToken() or bearerToken() returns");
  }
  for (const [name, value] of Object.entries({ fetch, onEvent })) {
    if (value !== undefined && typeof value !== "function") {
      throw new ConfigurationError(`\`${name}\` must be a function, not ${typeof value}`);
    }
  }
  checkHeaders({ "User-Agent": userAgent }, "userAgent");
  checkHeaderRecord(headers, "headers");
  if (logLevel !== undefined) checkLogLevel(logLevel, "logLevel");
}

/** Checks the names of the options of one call of a resource. */
export function checkCallOptions(options: object | null | undefined, operation: string): void {
  checkNames(options ?? {}, Object.keys(CALL), `${operation}: `);
}

function checkNames(options: object, known: readonly string[], where: string): void {
  for (const [name, value] of Object.entries(options)) {
    if (known.includes(name) || value === undefined) continue;
    const meant = suggest(name, known);
    throw new ConfigurationError(
      `${where}unknown option \`${name}\`${meant === undefined ? "" : `; did you mean \`${meant}\`?`}`,
    );
  }
}
