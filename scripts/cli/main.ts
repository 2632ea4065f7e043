import { UsageError } from "../shared/command-error.js";
import { reportError, type ExitCode } from "../shared/exit-code.js";
import { manifest } from "../shared/manifest.js";
import { HELP, HELP_DIFF, HELP_GENERATE, HELP_LINT } from "./help.js";
import type { Terminal } from "./terminal.js";

type Run = (args: readonly string[], terminal: Terminal) => Promise<ExitCode>;

interface Command {
  readonly help: string;
  /** Imports the command on demand, so that `generate` does not wait for the modules of `diff`. */
  readonly load: () => Promise<Run>;
}

const COMMANDS = new Map<string | undefined, Command>([
  ["generate", { help: HELP_GENERATE, load: async () => (await import("./generate.js")).generateCommand }],
  ["diff", { help: HELP_DIFF, load: async () => (await import("./diff.js")).diffCommand }],
  ["lint", { help: HELP_LINT, load: async () => (await import("./lint.js")).lintCommand }],
]);

/** The command `confluent-cloud-sdk`. */
export async function main(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args;
  const command = COMMANDS.get(name);
  const help = (command?.help ?? HELP).trimEnd();
  if (args.includes("--help") || args.includes("-h") || name === "help") {
    terminal.print(help);
    return 0;
  }
  if (name === "--version") {
    terminal.print(manifest.version);
    return 0;
  }
  try {
    if (!command) throw new UsageError(name === undefined ? "missing command" : `unknown command: ${name}`);
    const run = await command.load();
    return await run(rest, terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) return reportError(error, terminal);
    terminal.printError(`${error.message}\n\n${help}`);
    return 2;
  }
}
