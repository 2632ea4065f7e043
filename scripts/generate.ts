import { fileURLToPath } from "node:url";
import { generatePackage } from "./package/generate-package.js";

// This file is compiled to build/generate.js.
const root = fileURLToPath(new URL("../", import.meta.url));
process.exitCode = await generatePackage(process.argv.slice(2), root, {
  print: (line) => process.stdout.write(`${line}\n`),
  printError: (line) => process.stderr.write(`${line}\n`),
});
