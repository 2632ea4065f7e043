import { CommandError } from "./command-error.js";
import type { Output } from "../cli/terminal.js";

/** 0: all is well. 1: the answer is no, as when a check fails. 2: there is no answer, as the input cannot be used. */
export type ExitCode = 0 | 1 | 2;

/** Reports what the user can put right in a line; anything else is a fault of this program, and goes on. */
export function reportError(error: unknown, output: Output): 2 {
  // A DocumentError is known by its name: its class comes with the YAML parser, which may not be there.
  if (!(error instanceof Error)) throw error;
  if (!(error instanceof CommandError) && error.name !== "DocumentError") throw error;
  output.printError(error.message);
  return 2;
}
