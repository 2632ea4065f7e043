import type { DocumentOperation } from "../document/operations.js";
import type { OpenApiDocument } from "../document/read-document.js";
import { keysOf } from "../document/references.js";
import type { Pointer } from "./finding.js";

/** Where an operation is in its document. */
export function pointerOf({ path, method }: DocumentOperation): Pointer {
  return ["paths", path, method.toLowerCase()];
}

/**
 * Where a part of a document is: what a reference points at is where the reference points.
 *
 * @param way the keys that lead to the part, as if there were no references
 */
export function placeOf({ targets }: OpenApiDocument, part: unknown, way: Pointer): Pointer {
  const reference = typeof part === "object" && part !== null ? targets.get(part) : undefined;
  if (reference === undefined) return way;
  return keysOf(reference);
}
