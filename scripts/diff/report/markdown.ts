import { STEPS } from "../rules/rule.js";
import type { Change, Difference } from "./change.js";
import { operationsOf, SIGNS, summaryOf, VERDICTS } from "./summary.js";

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
  return [`**${escape(summaryOf(difference))}**`, ...parts].join("\n\n");
}

function item(change: Change): string {
  const { place, message, advice, document, pointer, pointsInto } = change;
  const { named, more } = operationsOf(change);
  const operations = [...named.map(code), ...(more > 0 ? [`${more} more operations`] : [])].join(", ");
  const where = `${code(`${document}#${pointer}`)}${pointsInto === "old" ? " (old)" : ""}`;
  return [
    `- ${place === "" ? "" : `${code(place)}: `}${withCode(message)}`,
    ...(operations === "" ? [] : [`  ${operations}`]),
    ...(advice === null ? [] : [`  → ${withCode(advice)}`]),
    `  ${where}`,
  ].join("\\\n");
}

/** A message with its values in backticks: these stay code, whatever they hold, and the rest is plain text. */
function withCode(message: string): string {
  const parts = message.split(/(?<!`)(`[^`]*`)(?!`)/);
  return parts.map((part) => (/^`[^`]+`$/.test(part) ? part : escape(part))).join("");
}

/** Text as code: within it nothing is a link, a mention or markup. */
function code(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  const longest = Math.max(0, ...Array.from(line.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? `${fence}${line}${fence}` : `${fence} ${line} ${fence}`;
}

function escape(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|~@&!]/g, String.raw`\$&`).replaceAll(/\s+/g, " ");
}
