import { resolve } from "node:path";
import { readInputs } from "../files/read-inputs.js";
import { readArguments, readChoice } from "../shared/arguments.js";
import { UsageError } from "../shared/command-error.js";
import type { ExitCode } from "../shared/exit-code.js";
import { packageFolder } from "../shared/manifest.js";
import { requirePeers } from "../shared/peers.js";
import { formatProblem, problemOf, type Problem } from "../shared/problem.js";
import { annotation } from "./annotation.js";
import { REPORT_FORMATS, type ReportFormat } from "./generate-report.js";
import type { Terminal } from "./terminal.js";

const OPTIONS = { config: { type: "string" }, format: { type: "string", default: "text" } } as const;

/** `lint`: Redocly's linter, by default with the rules for this package's own documents. */
export async function lintCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals: paths } = readArguments(args, OPTIONS);
  const format = readChoice("--format", values.format, REPORT_FORMATS);
  if (paths.length === 0) throw new UsageError("missing argument: a document or folder");
  const config = values.config === undefined ? `${packageFolder}/redocly.yaml` : resolve(values.config);
  const problems: Problem[] = [];
  const skipped: string[] = [];
  let exitCode: ExitCode = 0;
  try {
    const documents = await readInputs(paths, process.cwd(), {
      onSkipped: (names) => skipped.push(...names),
    });
    if (format !== "json" && skipped.length > 0) {
      terminal.print(`skipped ${skipped.join(", ")}: neither OpenAPI documents nor overlays of them`);
    }
    const overlay = documents.some((document) => document.overlay) ? ["openapi-format"] : [];
    requirePeers("Linting", ["@redocly/cli", "js-yaml", "yaml", ...overlay]);
    terminal.progress("linting");
    const { lintDocuments } = await import("./lint-documents.js");
    problems.push(...(await lintDocuments(documents, config)));
    if (problems.some(({ severity }) => severity === "error")) exitCode = 1;
  } catch (error) {
    problems.push(problemOf(error));
    exitCode = 2;
  }
  if (format === "json") terminal.print(JSON.stringify({ skipped, problems }, undefined, 2));
  else printProblems(problems, format, exitCode, terminal);
  return exitCode;
}

function printProblems(
  problems: readonly Problem[],
  format: Exclude<ReportFormat, "json">,
  exitCode: ExitCode,
  terminal: Terminal,
): void {
  for (const problem of problems) {
    if (format === "github") terminal.print(annotation(problem.severity, problem));
    else if (exitCode === 2) terminal.printError(formatProblem(problem));
    else terminal.print(formatProblem(problem));
  }
  if (exitCode === 2) return;
  const errors = problems.filter(({ severity }) => severity === "error").length;
  terminal.print(
    problems.length === 0
      ? "no problems"
      : `${count(errors, "error")}, ${count(problems.length - errors, "warning")}`,
  );
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
