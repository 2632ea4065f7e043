import type { Change, Difference } from "./change.js";

/** What each step means to a client. */
export const VERDICTS = {
  major: "breaks clients",
  minor: "adds or allows something",
  patch: "clients notice nothing",
} as const;
export const SIGNS = { major: "✗", minor: "+", patch: "·" } as const;

/** Beyond so many, operations are counted. */
const MAX_OPERATIONS = 3;

/** The operations that a change reaches: a few by name, the rest by number. */
export function operationsOf({ operations }: Change): {
  readonly named: readonly string[];
  readonly more: number;
} {
  const isFew = operations.length <= MAX_OPERATIONS + 1;
  const named = isFew ? operations : operations.slice(0, MAX_OPERATIONS);
  return { named, more: operations.length - named.length };
}

/** The last line: the step, how many changes ask for it, and the version that follows. */
export function summaryOf({ step, changes, current, next }: Difference): string {
  if (step === "none") return "no change";
  const count = changes.filter((change) => change.step === step).length;
  const changed = changes.length === 1 ? "1 change" : `${changes.length} changes`;
  const version = current === null || next === null ? "" : `; ${current} becomes ${next}`;
  return `${step}: ${VERDICTS[step]} (${count} of ${changed})${version}`;
}
