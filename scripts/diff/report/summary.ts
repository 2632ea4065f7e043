import type { Difference } from "./change.js";

/** What each step means to a client. */
export const VERDICTS = {
  major: "breaks clients",
  minor: "adds or allows something",
  patch: "clients notice nothing",
} as const;
export const SIGNS = { major: "✗", minor: "+", patch: "·" } as const;

/** The last line: the step, how many changes ask for it, and the version that follows. */
export function summaryOf({ step, changes, current, next }: Difference): string {
  if (step === "none") return "no change";
  const count = changes.filter((change) => change.step === step).length;
  const changed = changes.length === 1 ? "1 change" : `${changes.length} changes`;
  const version = current === null || next === null ? "" : `; ${current} becomes ${next}`;
  return `${step}: ${VERDICTS[step]} (${count} of ${changed})${version}`;
}
