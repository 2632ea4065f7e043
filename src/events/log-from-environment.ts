import { environment } from "../auth/environment.js";
import { checkLogLevel, type LogLevel } from "./log-events.js";
import type { Logger, ObjectFirstLogger } from "./logger.js";

const VARIABLE = "CONFLUENT_CLOUD_LOG";

/** Where to log, and from which level on. */
export interface Logging {
  readonly logger?: Logger | ObjectFirstLogger;
  readonly logLevel?: LogLevel;
}

/**
 * The logging that the environment variable `CONFLUENT_CLOUD_LOG` asks for (a level such as `debug`): to the console unless
 * the options have a logger, at that level unless they have one. Without the variable, as in a browser, nothing changes.
 *
 * @throws {ConfigurationError} when the variable is not a level
 */
export function loggingFromEnvironment({ logger = console, logLevel }: Logging): Logging {
  const value = readVariable();
  if (!value) return {};
  const level = checkLogLevel(value.toLowerCase(), `The environment variable ${VARIABLE}`);
  return { logger, logLevel: logLevel ?? level };
}

function readVariable(): string | undefined {
  try {
    return environment()[VARIABLE];
  } catch {
    // Deno throws where a program may not read its environment.
    return undefined;
  }
}
