import { fewOperations } from "../../shared/few-operations.js";
import type { ContractReport, Drift } from "../engine.js";
import { reasonsOf, SIGNS, sourceOf, summaryOf, timesOf } from "./summary.js";

/** A report for a terminal. */
export function text(report: ContractReport): string {
  return [
    ...report.drifts.map(driftText),
    ...[...reasonsOf(report)].map(
      ([reason, operations]) => `- without a response: ${list(operations)}\n  ${reason}`,
    ),
    summaryOf(report),
  ].join("\n");
}

function driftText(drift: Drift): string {
  const { level, place, message, operations, advice } = drift;
  const lines = [
    `${SIGNS[level]} ${level.padEnd(7)}  ${place}: ${message}${timesOf(drift)}`,
    list(operations),
    `→ ${advice}`,
    `${sourceOf(drift)} (${drift.kind})`.trim(),
  ];
  return lines.map((line) => line.replaceAll("\n", " ")).join("\n           ");
}

function list(operations: readonly string[]): string {
  const { named, more } = fewOperations(operations);
  return [...named, ...(more > 0 ? [`${more} more operations`] : [])].join(", ");
}
