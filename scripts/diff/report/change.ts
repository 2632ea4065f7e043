import type { Step } from "../rules/rule.js";
import type { Kind } from "../rules/rules.js";

/** A difference between two documents, as it is reported. Programs may rely on the names of its keys. */
export interface Change {
  readonly step: Step;
  /** What kind of change it is: an id that stays. docs/diff.md has them all. */
  readonly kind: Kind;
  /** The document that it is in, as it was named. */
  readonly document: string;
  /** Every operation that it reaches, such as `GET /pim/v1/integrations`; none for what is of the document as a whole. */
  readonly operations: readonly string[];
  /** Where, in words: `request body > config.kind`. Empty for what is of an operation, or a document, as a whole. */
  readonly place: string;
  readonly message: string;
  /** What it was, where there is a value to show. */
  readonly before: unknown;
  /** What it is. */
  readonly after: unknown;
  /** A JSON Pointer into the document: into the old one for what is gone. */
  readonly pointer: string;
  readonly pointsInto: "old" | "new";
  /** What to do; null where nothing breaks. */
  readonly advice: string | null;
}

export interface Difference {
  /** The step that the version must take; `none` when nothing changed. */
  readonly step: Step | "none";
  /** The version that there was, where it is known. */
  readonly current: string | null;
  /** The version that has to follow. */
  readonly next: string | null;
  /** Major changes first. */
  readonly changes: readonly Change[];
}
