export const LEVELS = ["notice", "warning", "error"] as const;
/**
 * How grave a drift is. `error`: a program that relies on the document fails. `warning`: it may be surprised. `notice`: the
 * service does more than the document says, and nothing breaks.
 */
export type Level = (typeof LEVELS)[number];

/** A kind of drift, and what it means to a program that relies on the document. */
export interface KindRule {
  readonly level: Level;
  /** The kind in words, for docs/contract.md. */
  readonly what: string;
  /** What a report says of one drift. `{subject}` and `{detail}` stand for its values. */
  readonly message: string;
  /** What to do. */
  readonly advice: string;
}
