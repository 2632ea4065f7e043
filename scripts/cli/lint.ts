import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readArguments } from "../shared/arguments.js";
import { UsageError } from "../shared/command-error.js";
import type { ExitCode } from "../shared/exit-code.js";
import { packageFolder } from "../shared/manifest.js";
import { redocly } from "../shared/redocly.js";

/** `lint`: Redocly's linter, by default with the rules for this package's own documents. */
export async function lintCommand(args: readonly string[]): Promise<ExitCode> {
  const { positionals: documents } = readArguments(args, {});
  if (documents.length === 0) throw new UsageError("missing argument: a document");
  const { command, environment } = redocly("Linting");
  // A project's own configuration comes before that of this package.
  const rules = existsSync("redocly.yaml") ? [] : ["--config", `${packageFolder}/redocly.yaml`];
  const child = spawn(process.execPath, [command, "lint", ...documents, ...rules], {
    stdio: "inherit",
    env: environment,
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code === 0 ? 0 : 1));
  });
}
