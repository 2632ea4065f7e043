import type { Comparison } from "../finding.js";
import { RULES, type Kind } from "../rules/rules.js";

/** How a schema stands to an older one: whether it refuses what was good, and lets through what was not. */
export interface Relation {
  readonly isNarrower: boolean;
  readonly isWider: boolean;
}

/** What decides nothing of which values a schema lets through. */
const NEUTRAL: ReadonlySet<Kind> = new Set<Kind>(["default-changed", "open-value-added", "type-renamed"]);

/** What a comparison, with all that is within it, says of the two schemas. */
export function relationOf(comparison: Comparison): Relation {
  const seen = new Set([comparison]);
  let isNarrower = false;
  let isWider = false;
  for (const { findings, within } of seen) {
    for (const { kind } of findings) {
      if (NEUTRAL.has(kind)) continue;
      const { request, response } = RULES[kind];
      // By the rules, what is narrower breaks who sends it, and what is wider breaks who reads it, or adds something.
      isNarrower ||= request === "major";
      isWider ||= response === "major" || request === "minor";
    }
    for (const step of within) seen.add(step.comparison);
  }
  return { isNarrower, isWider };
}

/** Whether a comparison, or any within it, found a difference. */
export function hasFindings(comparison: Comparison): boolean {
  const seen = new Set([comparison]);
  for (const { findings, within } of seen) {
    if (findings.length > 0) return true;
    for (const step of within) seen.add(step.comparison);
  }
  return false;
}
