import type { DocumentOperation } from "../document/operations.js";
import type { OpenApiDocument } from "../document/read-document.js";
import type { Pointer } from "./finding.js";

/** A JSON Pointer (RFC 6901) of its keys. */
export function formatPointer(pointer: Pointer): string {
  return pointer.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

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
  return reference
    .replace(/^#\/?/, "")
    .split("/")
    .map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"));
}
