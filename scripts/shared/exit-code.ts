import type { Output } from "./output.js";
import { formatProblem, problemOf } from "./problem.js";

/** 0: success. 1: the check failed, or the change breaks callers. 2: the arguments or the input cannot be used. */
export type ExitCode = 0 | 1 | 2;

/** Prints the message of an error that the user can correct. Other errors are bugs of this program, and are thrown again. */
export function reportError(error: unknown, output: Output): 2 {
  output.printError(formatProblem(problemOf(error)));
  return 2;
}
