import { CommandError } from "./command-error.js";
import type { Output } from "./output.js";

/** 0: success. 1: the check failed, or the change breaks callers. 2: the input cannot be used. */
export type ExitCode = 0 | 1 | 2;

/** Prints the message of an error that the user can correct. Other errors are bugs of this program, and are thrown again. */
export function reportError(error: unknown, output: Output): 2 {
  // A DocumentError is known by its name: its class is loaded with the YAML parser, which may not be installed.
  if (!(error instanceof Error)) throw error;
  if (!(error instanceof CommandError) && error.name !== "DocumentError") throw error;
  output.printError(error.message);
  return 2;
}
