import { fewOperations } from "../../shared/few-operations.js";
import { markdownCode, markdownText, markdownWithCode } from "../../shared/markdown-text.js";
import { STEPS } from "../rules/rule.js";
import type { Change, Difference } from "./change.js";
import { SIGNS, summaryOf, VERDICTS } from "./summary.js";

/** A report for a comment on a pull request: what clients do not notice is folded away. */
export function markdown(difference: Difference): string {
  const parts = [...STEPS].reverse().flatMap((step) => {
    const changes = difference.changes.filter((change) => change.step === step);
    if (changes.length === 0) return [];
    const heading = `${SIGNS[step]} ${step}: ${VERDICTS[step]} (${changes.length})`;
    const items = changes.map(item).join("\n");
    if (step !== "patch") return [`### ${heading}\n\n${items}`];
    return [`<details><summary>${heading}</summary>\n\n${items}\n\n</details>`];
  });
  return [`**${markdownText(summaryOf(difference))}**`, ...parts].join("\n\n");
}

function item(change: Change): string {
  const { place, message, advice, document, pointer, pointsInto } = change;
  const { named, more } = fewOperations(change.operations);
  const operations = [...named.map(markdownCode), ...(more > 0 ? [`${more} more operations`] : [])].join(
    ", ",
  );
  const where = `${markdownCode(`${document}#${pointer}`)}${pointsInto === "old" ? " (old)" : ""}`;
  return [
    `- ${place === "" ? "" : `${markdownCode(place)}: `}${markdownWithCode(message)}`,
    ...(operations === "" ? [] : [`  ${operations}`]),
    ...(advice === null ? [] : [`  → ${markdownWithCode(advice)}`]),
    `  ${where}`,
  ].join("\\\n");
}
