import { fewOperations } from "../../shared/few-operations.js";
import { markdownCode, markdownText, markdownWithCode } from "../../shared/markdown-text.js";
import type { ContractReport, Drift } from "../engine.js";
import { GRAVEST_FIRST, reasonsOf, SIGNS, sourceOf, summaryOf, timesOf, VERDICTS } from "./summary.js";

/** A report for a comment, or for the summary of a job: what breaks nothing is folded away. */
export function markdown(report: ContractReport): string {
  const parts = GRAVEST_FIRST.flatMap((level) => {
    const drifts = report.drifts.filter((drift) => drift.level === level);
    if (drifts.length === 0) return [];
    const heading = `${SIGNS[level]} ${level}: ${VERDICTS[level]} (${drifts.length})`;
    const items = drifts.map(item).join("\n");
    return [level === "notice" ? folded(heading, items) : `### ${heading}\n\n${items}`];
  });
  const reasons = [...reasonsOf(report)].map(
    ([reason, operations]) => `- ${markdownText(reason)}: ${list(operations)}`,
  );
  return [
    `**${markdownText(summaryOf(report))}**`,
    ...parts,
    ...(reasons.length > 0
      ? [folded(`without a response (${report.skipped.length})`, reasons.join("\n"))]
      : []),
  ].join("\n\n");
}

function folded(heading: string, items: string): string {
  return `<details><summary>${heading}</summary>\n\n${items}\n\n</details>`;
}

function item(drift: Drift): string {
  const { place, message, operations, advice, kind } = drift;
  const source = sourceOf(drift);
  return [
    `- ${markdownCode(place)}: ${markdownWithCode(message)}${timesOf(drift)}`,
    `  ${list(operations)}`,
    `  → ${markdownWithCode(advice)}`,
    `  ${[...(source === "" ? [] : [markdownCode(source)]), markdownCode(kind)].join(" ")}`,
  ].join("\\\n");
}

function list(operations: readonly string[]): string {
  const { named, more } = fewOperations(operations);
  return [...named.map(markdownCode), ...(more > 0 ? [`${more} more operations`] : [])].join(", ");
}
