import type { ExitCode } from "../shared/exit-code.js";
import { HELP_CONTRACT, HELP_DIFF, HELP_GENERATE, HELP_LINT, HELP_MOCK } from "./help.js";
import type { Terminal } from "./terminal.js";

export type Run = (args: readonly string[], terminal: Terminal) => Promise<ExitCode>;

/** A command: all that `main` has to know of it. */
export interface Command {
  /** What it does, in a line of the help. */
  readonly summary: string;
  readonly help: string;
  /** Imports the command on demand, so that `generate` does not wait for the modules of `diff`. */
  readonly load: () => Promise<Run>;
}

/** The commands by their names, in the order of the help. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  [
    "generate",
    {
      summary: "write a TypeScript module from documents, for createClient({ api })",
      help: HELP_GENERATE,
      load: async () => (await import("./generate.js")).generateCommand,
    },
  ],
  [
    "diff",
    {
      summary: "show what changed between two documents, and whether it breaks clients",
      help: HELP_DIFF,
      load: async () => (await import("./diff.js")).diffCommand,
    },
  ],
  [
    "contract",
    {
      summary: "check whether the service, or a recording of it, is as documents say",
      help: HELP_CONTRACT,
      load: async () => (await import("./contract.js")).contractCommand,
    },
  ],
  [
    "lint",
    {
      summary: "check documents",
      help: HELP_LINT,
      load: async () => (await import("./lint.js")).lintCommand,
    },
  ],
  [
    "mock",
    {
      summary: "serve documents, to try clients against",
      help: HELP_MOCK,
      load: async () => (await import("./mock.js")).mockCommand,
    },
  ],
]);
