import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "./run-command.js";
import type { Command, Stage } from "./stages.js";

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/**
 * Runs stages one after another, up to the first command that fails. Prints each command before it runs, then how long each
 * stage took, and last of all how many tests passed and failed. A command that fails without a failed test counts as one.
 * @returns the exit code of the command that failed, else 0
 */
export function runStages(stages: readonly Stage[]): number {
  const folder = mkdtempSync(join(tmpdir(), "verify-"));
  const lines: string[] = [];
  const counts: Counts[] = [];
  try {
    for (const stage of stages) {
      const start = performance.now();
      const exitCode = runStage(stage, folder, counts);
      const seconds = ((performance.now() - start) / 1000).toFixed(0);
      lines.push(`${stage.name.padEnd(10)} ${seconds.padStart(5)} s${exitCode === 0 ? "" : "  failed"}`);
      if (exitCode !== 0) return exitCode;
    }
    return 0;
  } finally {
    rmSync(folder, { recursive: true });
    const sum = (of: keyof Counts): number => counts.reduce((total, one) => total + one[of], 0);
    console.log(`\n${lines.join("\n")}\n\n${sum("passed")} passed, ${sum("failed")} failed`);
  }
}

function runStage({ name, commands }: Stage, folder: string, counts: Counts[]): number {
  for (const command of commands) {
    const report = join(folder, `${counts.length}.json`);
    console.log(`\n[${name}] ${command.line}`);
    const exitCode = runCommand(withReport(command, report), command.env);
    const { passed, failed } = countsIn(report);
    counts.push({ passed, failed: exitCode === 0 ? failed : Math.max(failed, 1) });
    if (exitCode !== 0) {
      console.error(`\nFailed (exit code ${exitCode}): ${command.line}`);
      if (command.hint) console.error(command.hint);
      return exitCode;
    }
  }
  return 0;
}

/** Vitest's own output for those who read it, and its figures in a file. */
function withReport({ line, isVitest }: Command, report: string): string {
  return isVitest ? `${line} --reporter=default --reporter=json --outputFile.json="${report}"` : line;
}

function countsIn(report: string): Counts {
  if (!existsSync(report)) return { passed: 0, failed: 0 };
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8")) as {
    numPassedTests: number;
    numFailedTests: number;
  };
  return { passed: numPassedTests, failed: numFailedTests };
}
