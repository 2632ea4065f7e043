import type { Change, Difference } from "./change.js";
import { operationsOf, SIGNS, summaryOf } from "./summary.js";

/** A report for a terminal. */
export function text(difference: Difference): string {
  return [...difference.changes.map(changeText), summaryOf(difference)].join("\n");
}

function changeText(change: Change): string {
  const { step, place, message, advice, document, pointer, pointsInto } = change;
  const { named, more } = operationsOf(change);
  const operations = [...named, ...(more > 0 ? [`${more} more operations`] : [])].join(", ");
  const lines = [
    `${SIGNS[step]} ${step}  ${place === "" ? "" : `${place}: `}${message}`,
    ...(operations === "" ? [] : [operations]),
    ...(advice === null ? [] : [`→ ${advice}`]),
    `${document}${pointsInto === "old" ? " (old)" : ""}#${pointer}`,
  ];
  return lines
    .map((line) => line.replaceAll(/\s+/g, (space) => (space.includes("\n") ? " " : space)))
    .join("\n         ");
}
