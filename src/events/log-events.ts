import type { ClientEvent } from "./events.js";

/** Where log lines go: `console`, or a logger with these methods, such as pino. */
export interface Logger {
  debug(message: string, details: object): void;
  info(message: string, details: object): void;
  warn(message: string, details: object): void;
  error(message: string, details: object): void;
}

/**
 * The least important lines to log: `debug` has every request and answer, `info` every answer and page, `warn` retries,
 * pauses and server errors, `error` only requests that got no answer.
 */
export type LogLevel = "debug" | "info" | "warn" | "error" | "off";

const ORDER: readonly LogLevel[] = ["debug", "info", "warn", "error", "off"];

/**
 * A listener that writes a line for each event, as the options `logger` and `logLevel` of a client do. Events hold nothing
 * secret, and neither do the lines.
 *
 * @param level the least important lines to write; default: `warn`
 * @returns a function for the option `onEvent`
 * @example createClientFor(pimV1, { auth, onEvent: logEvents(console, "info") })
 */
export function logEvents(logger: Logger, level: LogLevel = "warn"): (event: ClientEvent) => void {
  const least = ORDER.indexOf(level);
  return (event) => {
    const [importance, what] = lineFor(event);
    const whose = "operation" in event ? `${event.operation}: ` : "";
    if (ORDER.indexOf(importance) >= least) logger[importance](`confluent-cloud-sdk: ${whose}${what}`, event);
  };
}

function lineFor(event: ClientEvent): [importance: Exclude<LogLevel, "off">, what: string] {
  switch (event.type) {
    case "request":
      return ["debug", `${event.method} ${event.url}`];
    case "response": {
      const { error, status = 0, durationMs } = event;
      const importance = error !== undefined ? "error" : status >= 500 ? "warn" : "info";
      return [importance, `${error ?? status} after ${durationMs} ms`];
    }
    case "retry":
      return ["warn", `${event.reason}, again in ${event.delayMs} ms`];
    case "page":
      return ["info", `a page of ${event.items}`];
    case "pause":
      return ["warn", `rate limit used up, all calls wait ${event.delayMs} ms`];
  }
}
