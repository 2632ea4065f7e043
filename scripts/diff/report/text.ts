import { fewOperations } from "../../shared/few-operations.js";
import type { Change, Difference } from "./change.js";
import { SIGNS, summaryOf } from "./summary.js";

/** Beyond so many, changes that clients do not notice are counted, so that those that they notice stay in sight. */
const MAX_PATCHES = 20;

/** A report for a terminal. */
export function text(difference: Difference): string {
  const { changes } = difference;
  const noticed = changes.filter(({ step }) => step !== "patch");
  const patches = changes.filter(({ step }) => step === "patch");
  const more = patches.length - MAX_PATCHES;
  return [
    ...noticed.map(changeText),
    ...patches.slice(0, MAX_PATCHES).map(changeText),
    ...(more > 0 ? [`${SIGNS.patch} patch  ${more} more; --format json has them all`] : []),
    summaryOf(difference),
  ].join("\n");
}

function changeText(change: Change): string {
  const { step, place, message, advice, document, pointer, pointsInto } = change;
  const { named, more } = fewOperations(change.operations);
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
