import { didYouMean } from "../generator/document/nearest-name.js";
import { UsageError } from "../shared/command-error.js";
import { reportError, type ExitCode } from "../shared/exit-code.js";
import { manifest } from "../shared/manifest.js";
import { COMMANDS, type Command } from "./commands.js";
import { helpOf } from "./help.js";
import type { Terminal } from "./terminal.js";

const PROGRAM = "confluent-cloud-sdk";

/** The command `confluent-cloud-sdk`. */
export async function main(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args;
  try {
    if (name === undefined) throw new UsageError(`missing command: ${[...COMMANDS.keys()].join(", ")}`);
    if (name === "--version" || name === "-v") return print(manifest.version, terminal);
    if (name === "help" || asksForHelp([name])) return printHelp(rest[0], terminal);
    const command = commandNamed(name);
    if (asksForHelp(rest)) return print(command.help, terminal);
    const run = await command.load();
    return await run(rest, terminal);
  } catch (error) {
    const exitCode = reportError(error, terminal);
    if (error instanceof UsageError) terminal.printError(`${helpFor(name)} shows how it is used`);
    return exitCode;
  }
}

/** `help`, and `help generate`. */
function printHelp(name: string | undefined, terminal: Terminal): ExitCode {
  return print(name === undefined ? helpOf(COMMANDS) : commandNamed(name).help, terminal);
}

function print(text: string, terminal: Terminal): ExitCode {
  terminal.print(text.trimEnd());
  return 0;
}

/** What follows `--` is no option. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return args.slice(0, end === -1 ? undefined : end).some((arg) => arg === "--help" || arg === "-h");
}

function commandNamed(name: string): Command {
  const command = COMMANDS.get(name);
  if (command) return command;
  const kind = name.startsWith("-") ? "option" : "command";
  const candidates = name.startsWith("-") ? ["--help", "--version"] : [...COMMANDS.keys(), "help"];
  throw new UsageError(`unknown ${kind} ${name}${didYouMean(name, candidates)}`);
}

function helpFor(name: string | undefined): string {
  return name !== undefined && COMMANDS.has(name) ? `${PROGRAM} ${name} --help` : `${PROGRAM} --help`;
}
