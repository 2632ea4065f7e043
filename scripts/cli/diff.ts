import { readInputs } from "../files/read-inputs.js";
import { readArguments } from "../shared/arguments.js";
import { CommandError, UsageError } from "../shared/command-error.js";
import type { ExitCode } from "../shared/exit-code.js";
import { requirePeers } from "../shared/peers.js";
import type { Terminal } from "./terminal.js";

/** `diff`: what changed between two documents, and whether it breaks callers. */
export async function diffCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, { format: { type: "string", default: "text" } });
  const { format } = values;
  const { formatDifference, isFormat } = await import("../diff/format.js");
  if (positionals.length !== 2) throw new UsageError(`diff needs two documents, not ${positionals.length}`);
  if (!isFormat(format)) throw new UsageError("--format must be text, markdown or json");
  requirePeers("Comparing", ["@redocly/cli", "js-yaml", "yaml"]);
  const [before, after, ...others] = await readInputs(positionals, process.cwd());
  if (!before || !after || others.length > 0) throw new CommandError("diff compares documents, not folders");
  terminal.progress("comparing");
  const { compareDocuments } = await import("../diff/compare.js");
  const difference = await compareDocuments(before, after);
  terminal.print(formatDifference(difference, format));
  return difference.step === "major" ? 1 : 0;
}
