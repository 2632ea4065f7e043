#!/usr/bin/env node
import { main } from "./main.js";
import { createTerminal } from "./terminal.js";

// Whoever reads this may have seen enough, such as `head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2), createTerminal(process));
} catch (error) {
  // A fault of this program, with all there is to know about it. It is no answer, least of all "this breaks callers".
  console.error(error);
  process.exitCode = 2;
}
