import { LEVELS, type ContractReport, type Drift, type Level } from "../engine.js";

/** What each level means to a program that relies on the document. */
export const VERDICTS = {
  error: "breaks programs",
  warning: "may surprise programs",
  notice: "nothing breaks",
} as const;
export const SIGNS = { error: "✗", warning: "!", notice: "·" } as const;

/** The levels, the gravest first. */
export const GRAVEST_FIRST: readonly Level[] = [...LEVELS].reverse();

/** Whether a drift is as grave as a level, or graver. */
export function reaches({ level }: Pick<Drift, "level">, least: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(least);
}

/** The last line: what was found, and in how much. */
export function summaryOf({ drifts, operations, skipped, foreign, unread }: ContractReport): string {
  const responses = operations.reduce((sum, one) => sum + one.responses, 0);
  const found = GRAVEST_FIRST.flatMap((level) => {
    const number = drifts.filter((drift) => drift.level === level).length;
    return number === 0 ? [] : [count(number, level)];
  });
  return [
    `${found.length === 0 ? "no drift" : found.join(", ")} in ${count(responses, "response")} of ${count(operations.length, "operation")}`,
    ...(skipped.length > 0 ? [`${count(skipped.length, "operation")} without a response`] : []),
    ...(foreign > 0 ? [`${count(foreign, "response")} of other services`] : []),
    ...(unread.length > 0
      ? [`${unread.length === 1 ? "1 entry" : `${unread.length} entries`} not read`]
      : []),
  ].join("; ");
}

/** How often a drift was seen, if more than once. */
export function timesOf({ count: times }: Drift): string {
  return times === 1 ? "" : ` (${times} times)`;
}

/** Where the document says it; empty for what no document has. */
export function sourceOf({ document, pointer }: Drift): string {
  return document === "" ? "" : `${document}#${pointer}`;
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** Operations that were not called or gave no response, by the reason: the operations of a reason are few or many. */
export function reasonsOf({ skipped }: ContractReport): ReadonlyMap<string, readonly string[]> {
  const byReason = new Map<string, string[]>();
  for (const { operation, reason } of skipped) {
    byReason.set(reason, [...(byReason.get(reason) ?? []), operation]);
  }
  return byReason;
}
