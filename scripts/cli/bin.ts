#!/usr/bin/env node
import { main } from "./main.js";
import { createTerminal } from "./terminal.js";

// A reader such as `head` closes the pipe before the end.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2), createTerminal(process));
} catch (error) {
  // A bug of this program, so the whole stack is printed. Not exit code 1, which means "this breaks callers".
  console.error(error);
  process.exitCode = 2;
}
