import { ConfigurationError } from "../errors/index.js";

/**
 * A logger whose methods take the message first: `console`, winston, loglevel, LogTape, or an object of your own.
 *
 * @example
 * const log = debug("confluent"); // the package `debug`, or another that is one function
 * createClient({ logger: { debug: log, info: log, warn: log, error: log } });
 */
export interface Logger {
  debug(message: string, details: object): unknown;
  info(message: string, details: object): unknown;
  warn(message: string, details: object): unknown;
  error(message: string, details: object): unknown;
}

/**
 * A logger whose methods take the object first: pino, which is Fastify's logger too, and bunyan. It is recognised by the
 * method `bindings` of pino or `addStream` of bunyan. Wrap another one of this order.
 *
 * @example
 * createClient({
 *   logger: {
 *     debug: (message, details) => log.debug(details, message),
 *     info: (message, details) => log.info(details, message),
 *     warn: (message, details) => log.warn(details, message),
 *     error: (message, details) => log.error(details, message),
 *   },
 * });
 */
export type ObjectFirstLogger = Record<LogMethod, (details: object, message: string) => unknown> &
  ({ bindings(): object } | { addStream(stream: never): unknown });

/** The methods of a logger that are called. */
export type LogMethod = keyof Logger;

const METHODS: readonly LogMethod[] = ["debug", "info", "warn", "error"];

/** Writes a line; returns what the logger returns, which may be a promise. */
export type WriteLine = (method: LogMethod, message: string, details: object) => unknown;

/**
 * The one way to write to any logger, so that none of them loses the details.
 *
 * @throws {ConfigurationError} when the logger lacks a method
 */
export function lineWriter(logger: Logger | ObjectFirstLogger): WriteLine {
  const missing = METHODS.find((method) => !hasMethod(logger, method));
  if (missing !== undefined) {
    throw new ConfigurationError(
      `The logger has no method \`${missing}\`: pass \`console\`, or a logger with debug, info, warn and error`,
    );
  }
  if (isObjectFirst(logger)) return (method, message, details) => logger[method](details, message);
  return (method, message, details) => logger[method](escapePlaceholders(message), details);
}

function isObjectFirst(logger: Logger | ObjectFirstLogger): logger is ObjectFirstLogger {
  return hasMethod(logger, "bindings") || hasMethod(logger, "addStream");
}

function hasMethod(value: unknown, name: string): boolean {
  return typeof (value as Record<string, unknown> | null | undefined)?.[name] === "function";
}

/** `console` and others fill placeholders such as `%d` with the details. A URL can contain them: `%d0` is a byte of it. */
function escapePlaceholders(message: string): string {
  return message.replace(/%(?=[sdifjoOc%])/g, "%%");
}
