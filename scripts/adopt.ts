import { fileURLToPath } from "node:url";
import { run } from "./adopt/run.js";

// Compiled, this file lies in a folder of the package.
const root = fileURLToPath(new URL("../", import.meta.url));
process.exitCode = await run(process.argv.slice(2), root, {
  print: (line) => process.stdout.write(`${line}\n`),
  printError: (line) => process.stderr.write(`${line}\n`),
});
