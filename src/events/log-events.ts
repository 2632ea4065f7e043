import { printable } from "../util/printable.js";
import type { ClientEvent } from "./events.js";

/** A logger: `console`, or an object with these methods, such as winston's logger. */
export interface Logger {
  debug(message: string, details: object): void;
  info(message: string, details: object): void;
  warn(message: string, details: object): void;
  error(message: string, details: object): void;
}

/**
 * The least severe level to log. `debug`: every request and response. `info`: every response and page. `warn`: retries,
 * pauses and server errors. `error`: requests without a response. `off`: nothing.
 */
export type LogLevel = "debug" | "info" | "warn" | "error" | "off";

const ORDER: readonly LogLevel[] = ["debug", "info", "warn", "error", "off"];

/**
 * Makes a listener that logs a line for each event, as the options `logger` and `logLevel` do. Events contain no secrets, so
 * neither do the lines.
 *
 * @param level the least severe level to log; `warn` unless given
 * @returns a listener for the option `onEvent`
 * @example createClientFor(pimV1, { auth, onEvent: logEvents(console, "info") })
 */
export function logEvents(logger: Logger, level: LogLevel = "warn"): (event: ClientEvent) => void {
  const least = ORDER.indexOf(level);
  return (event) => {
    const [severity, message] = lineFor(event);
    const prefix = "operation" in event ? `${event.operation}: ` : "";
    if (ORDER.indexOf(severity) >= least)
      logger[severity](printable(`confluent-cloud-sdk: ${prefix}${message}`), event);
  };
}

function lineFor(event: ClientEvent): [severity: Exclude<LogLevel, "off">, message: string] {
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
  }
}
