import type { Comparison } from "../files/compare-folder.js";
import { printComparison, printUpdate } from "../files/print-module.js";
import { isUpToDate, type Target, type Update } from "../files/write-module.js";
import type { Fix } from "../generator/document/fix.js";
import type { InputDocument } from "../generator/read/input.js";
import type { ExitCode } from "../shared/exit-code.js";
import { printFix } from "../shared/print-fix.js";
import { formatProblem, type Problem } from "../shared/problem.js";
import { annotation } from "./annotation.js";
import { createLocator } from "./locate.js";
import type { Terminal } from "./terminal.js";

export const REPORT_FORMATS = ["text", "json", "github"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What a run of `generate` ended with. */
export type Outcome =
  | { readonly result: "unchanged" }
  | { readonly result: "checked"; readonly comparison: Comparison }
  | { readonly result: "updated"; readonly update: Update }
  | { readonly result: "failed"; readonly problem: Problem };

/** What there is to report of a run of `generate`. */
export interface Run {
  readonly target: Target;
  readonly outcome: Outcome;
  readonly documents: readonly InputDocument[];
  readonly skipped: readonly string[];
  readonly fixes: readonly Fix[];
}

export interface ReportOptions {
  readonly format: ReportFormat;
  readonly isVerbose: boolean;
}

/** Prints what came of a run. */
export async function reportRun(run: Run, options: ReportOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.format === "json") terminal.print(JSON.stringify(asJson(run), undefined, 2));
  else await printRun(run, options, terminal);
  const { outcome } = run;
  switch (outcome.result) {
    case "unchanged":
      return 0;
    case "checked":
      return isUpToDate(outcome.comparison) ? 0 : 1;
    case "updated":
      return outcome.update.foreign.length === 0 ? 0 : 1;
    case "failed":
      return 2;
  }
}

/** So many warnings are read; beyond, they are counted. */
const MAX_WARNINGS = 20;

async function printRun(run: Run, { format, isVerbose }: ReportOptions, terminal: Terminal): Promise<void> {
  const { target, outcome, skipped, fixes } = run;
  const isGithub = format === "github";
  const printProblem = (problem: Problem): void =>
    isGithub
      ? terminal.print(annotation(problem.severity, problem))
      : terminal.printError(formatProblem(problem));
  if (skipped.length > 0) {
    terminal.print(`skipped ${skipped.join(", ")}: neither OpenAPI documents nor overlays of them`);
  }
  const warnings = warningsOf(run, isGithub);
  const shown = isVerbose ? warnings : warnings.slice(0, MAX_WARNINGS);
  for (const warning of shown) printProblem(warning);
  if (shown.length < warnings.length) {
    terminal.printError(`${warnings.length - shown.length} more warnings; --verbose prints all`);
  }
  const certain = fixes.filter(({ isDoubtful }) => !isDoubtful);
  if (isVerbose) for (const fix of certain) printFix(fix, terminal);
  else if (certain.length > 0 && outcome.result === "updated") {
    terminal.print(`${certain.length} ${certain.length === 1 ? "fix" : "fixes"}; --verbose prints each`);
  }
  switch (outcome.result) {
    case "unchanged":
      return terminal.print(`${target.label}: unchanged`);
    case "checked":
      if (isGithub) for (const problem of staleFiles(outcome.comparison, target)) printProblem(problem);
      await printComparison(outcome.comparison, target, terminal);
      return;
    case "updated":
      printUpdate(outcome.update, target, terminal, isVerbose);
      return;
    case "failed":
      return printProblem(outcome.problem);
  }
}

/** What the user has to look at. Lines are found where they are shown: to find them takes time. */
function warningsOf({ fixes, documents }: Run, hasLines: boolean): readonly Problem[] {
  const locate = createLocator(documents);
  return fixes
    .filter(({ isDoubtful }) => isDoubtful)
    .map(({ document, pointer, reason }) => ({
      severity: "warning",
      message: reason,
      document,
      pointer,
      ...(hasLines && locate(document, pointer)),
    }));
}

function staleFiles({ changed, missing, leftOver }: Comparison, target: Target): readonly Problem[] {
  const files = [...changed.map(({ file }) => file), ...missing, ...leftOver];
  return files.map((file) => ({
    severity: "error",
    message: target.advice,
    document: `${target.label}/${file}`,
  }));
}

/** Programs may rely on the names of the keys: each is always there. */
function asJson(run: Run): object {
  const { target, outcome, skipped, fixes } = run;
  const {
    changed = [],
    missing = [],
    leftOver = [],
    ...compared
  } = outcome.result === "checked" ? outcome.comparison : {};
  const {
    written = [],
    removed = [],
    foreign = [],
    ...updated
  } = outcome.result === "updated" ? outcome.update : {};
  return {
    folder: target.label,
    result:
      outcome.result === "checked"
        ? isUpToDate(outcome.comparison)
          ? "upToDate"
          : "outOfDate"
        : outcome.result,
    written,
    removed,
    changed: changed.map(({ file }) => file),
    missing,
    leftOver: [...leftOver, ...foreign],
    unchanged: { unchanged: [], ...compared, ...updated }.unchanged,
    skipped,
    fixes: fixes
      .filter(({ isDoubtful }) => !isDoubtful)
      .map(({ document, pointer, reason }) => ({ document, pointer, message: reason })),
    problems: [...warningsOf(run, false), ...(outcome.result === "failed" ? [outcome.problem] : [])],
  };
}
