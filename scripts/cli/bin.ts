#!/usr/bin/env node
import { inspect } from "node:util";
import { main } from "./main.js";
import { createTerminal } from "./terminal.js";

// A reader such as `head` closes the pipe before the end.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const terminal = createTerminal(process);
try {
  process.exitCode = await main(process.argv.slice(2), terminal);
} catch (error) {
  // A bug of this program, so the whole stack is printed. Not exit code 1, which means "this breaks callers".
  terminal.printError(`internal error: ${inspect(error)}`);
  process.exitCode = 2;
}
