import { ConfigurationError } from "../errors/index.js";
import { printable } from "../util/printable.js";
import type { ClientEvent } from "./events.js";
import { lineWriter, type Logger, type LogMethod, type ObjectFirstLogger } from "./logger.js";

/**
 * The least severe level to log. `debug`: every request and response. `info`: every response and page. `warn`: retries,
 * pauses, server errors and outages of the rate limiter. `error`: requests without a response. `off`: nothing.
 */
export type LogLevel = LogMethod | "off";

const ORDER: readonly LogLevel[] = ["debug", "info", "warn", "error", "off"];

/**
 * Makes a listener that logs a line for each event, as the options `logger` and `logLevel` do. Events contain no secrets, so
 * neither do the lines.
 *
 * @param level the least severe level to log; `warn` unless given
 * @returns a listener for the option `onEvent`
 * @throws {ConfigurationError} when the logger lacks a method, or there is no such level
 * @example createClientFor(pimV1, { auth, onEvent: logEvents(console, "info") })
 */
export function logEvents(
  logger: Logger | ObjectFirstLogger,
  level: LogLevel = "warn",
): (event: ClientEvent) => void {
  const write = lineWriter(logger);
  const least = ORDER.indexOf(checkLogLevel(level, "logLevel"));
  // What the logger returns is passed on: the rejection of a promise is caught where the listener is called.
  return (event) => {
    const [severity, message] = lineFor(event);
    const prefix = "operation" in event ? `${event.operation}: ` : "";
    if (ORDER.indexOf(severity) < least) return undefined;
    return write(severity, printable(`confluent-cloud-sdk: ${prefix}${message}`), event);
  };
}

/**
 * The value as a level.
 *
 * @param name what the value was given as, for the error
 * @throws {ConfigurationError} when there is no such level
 */
export function checkLogLevel(value: string, name: string): LogLevel {
  const level = ORDER.find((known) => known === value);
  if (level) return level;
  throw new ConfigurationError(`${name} must be one of ${ORDER.join(", ")}, not ${JSON.stringify(value)}`);
}

function lineFor(event: ClientEvent): [severity: LogMethod, message: string] {
  switch (event.type) {
    case "request":
      return ["debug", `${event.method} ${event.url}`];
    case "response": {
      const { error, status = 0, durationMs } = event;
      const severity = error !== undefined ? "error" : status >= 500 ? "warn" : "info";
      return [severity, `${error ?? status} after ${durationMs} ms`];
    }
    case "retry":
      return ["warn", `${event.reason}, again in ${event.delayMs} ms`];
    case "page":
      return ["info", `a page of ${event.items}`];
    case "pause":
      return ["warn", `rate limit used up, all calls wait ${event.delayMs} ms`];
    case "rateLimiter":
      return event.available
        ? ["info", "the shared rate limiter is available again"]
        : ["warn", `the shared rate limiter is not available, going on without it: ${event.error}`];
  }
}
