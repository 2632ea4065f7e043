import type { Direction } from "../../generator/document/directions.js";

export const STEPS = ["patch", "minor", "major"] as const;
/** The step of the version that a change asks for: `major` when it breaks a client. */
export type Step = (typeof STEPS)[number];

/** What a kind of change means to a client, by the direction that the changed part goes. */
export interface Rule extends Readonly<Record<Direction, Step>> {
  /** The kind in words, for docs/diff.md. */
  readonly what: string;
  /** What a report says of one change. `{subject}`, `{before}` and `{after}` stand for its values. */
  readonly message: string;
  /** Why the step is what it is. */
  readonly reason: string;
  /** What to do where it breaks. */
  readonly advice?: string;
}
