import type { Direction } from "../generator/document/directions.js";
import type { Pointer } from "../generator/document/pointer.js";
import type { Kind } from "./rules/rules.js";

/** A difference between two documents, where it is, and the values that a report shows. */
export interface Finding {
  readonly kind: Kind;
  /** What it is about, such as the name of a property. */
  readonly subject?: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** Where it stands in the old document; absent for what was not there. */
  readonly oldPointer?: Pointer;
  /** Where it stands in the new document; absent for what is gone. */
  readonly newPointer?: Pointer;
}

/** What was found by comparing two schemas, and the comparisons of what is within them. */
export interface Comparison {
  readonly direction: Direction;
  readonly findings: Finding[];
  readonly within: Step[];
}

/** What leads from a schema to one within it. */
interface Step {
  /** As a reader writes it: `.name` of a property, `[]` of items. */
  readonly segment: string;
  readonly comparison: Comparison;
}
