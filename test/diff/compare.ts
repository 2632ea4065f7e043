import { compareDocuments } from "../../scripts/diff/compare.js";
import type { Difference } from "../../scripts/diff/report/change.js";

/** The step that a change asks for. */
export type Means = Difference["step"];

/** Compares two documents as `diff` does. */
export function compare(before: unknown, after: unknown): Promise<Difference> {
  return compareDocuments([
    {
      before: { name: "before.json", text: JSON.stringify(before) },
      after: { name: "after.json", text: JSON.stringify(after) },
    },
  ]);
}
