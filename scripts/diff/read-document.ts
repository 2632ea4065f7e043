import { checkCircles } from "../generator/document/check-circles.js";
import { checkShape } from "../generator/document/check-shape.js";
import type { OpenApiDocument } from "../generator/document/openapi.js";
import { applyOverlay } from "../generator/document/overlay.js";
import { inlineReferences } from "../generator/document/references.js";
import { readSource, type Source } from "../generator/document/source.js";
import type { InputDocument } from "../generator/generate.js";
import { completeDocument } from "../generator/normalise/complete-document.js";
import { splitBases } from "../generator/normalise/split-bases.js";
import { stripPathQueries } from "../generator/normalise/strip-path-queries.js";

/** A document as `generate` reads it: corrected by its overlay, completed where it is a fragment, and checked. */
export interface Reading {
  readonly source: Source;
  readonly document: OpenApiDocument;
  /** The keys of the document, those that `OpenApiDocument` does not name among them. */
  readonly root: Readonly<Record<string, unknown>>;
  readonly isFragment: boolean;
  /** Whether keywords beside a `$ref` hold, as since OpenAPI 3.1. */
  readonly holdsBesideReferences: boolean;
}

/** @throws {DocumentError} for a document that `generate` refuses too; it names the place */
export async function readDocument({ name, text, overlay }: InputDocument): Promise<Reading> {
  const original = readSource(name, text);
  const corrected = overlay ? await applyOverlay(original, overlay.name, overlay.text) : original;
  const { source, isFragment } = completeDocument(corrected, ignore);
  const shaped = checkShape(inlineReferences(source), source);
  const checked = checkCircles(splitBases(shaped, ignore), source);
  const document = stripPathQueries(checked, ignore);
  return {
    source,
    document,
    root: document as unknown as Readonly<Record<string, unknown>>,
    isFragment,
    holdsBesideReferences: !document.openapi.startsWith("3.0"),
  };
}

/** What `generate` fixes it tells; a comparison is about what is different. */
function ignore(): void {
  // Nothing is reported.
}
