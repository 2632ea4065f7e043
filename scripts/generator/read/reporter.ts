import type { Fix, Report } from "../document/fix.js";
import { formatPointer, type Pointer } from "../document/pointer.js";
import { visibleLine } from "../document/visible-text.js";

export interface Reporter {
  readonly report: Report;
  /** Notes that a schema of the document is now the component `key`, so that later fixes to it are reported where it was. */
  readonly noteOrigin: (key: string, pointer: Pointer) => void;
}

/** Reports the fixes to a document, at the places that they have in the document as it was read. */
export function createReporter(document: string, onFix: (fix: Fix) => void): Reporter {
  const origins = new Map<string, Pointer>();
  const placeOf = (pointer: Pointer): Pointer => {
    const [root, section, key = "", ...rest] = pointer;
    const origin = root === "components" && section === "schemas" ? origins.get(key) : undefined;
    return origin ? [...origin, ...rest] : pointer;
  };
  return {
    report: (pointer, reason, certainty) =>
      onFix({
        document,
        pointer: visibleLine(formatPointer(placeOf(pointer))),
        reason: visibleLine(reason),
        ...(certainty === "doubtful" && { isDoubtful: true }),
      }),
    noteOrigin: (key, pointer) => origins.set(key, pointer),
  };
}
