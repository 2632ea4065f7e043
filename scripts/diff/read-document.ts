import type { OpenApiDocument } from "../generator/document/openapi.js";
import { checkCircles } from "../generator/normalise/1-complete/check-circles.js";
import { splitBases } from "../generator/normalise/1-complete/split-bases.js";
import { stripPathQueries } from "../generator/normalise/5-operations/strip-path-queries.js";
import { each } from "../generator/normalise/stage.js";
import { readInput, type InputDocument } from "../generator/read/input.js";
import { readPart } from "../generator/read/part.js";
import type { Source } from "../generator/read/source.js";

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

/** The stages of `generate` that a comparison needs: what holds for an operation stands at the operation. */
const STAGES = each([splitBases, checkCircles, stripPathQueries]);

/** @throws {DocumentError} for a document that `generate` refuses too; it names the place */
export async function readDocument(input: InputDocument): Promise<Reading> {
  const read = readPart(await readInput(input), ignore);
  const [{ source, document, isFragment } = read] = STAGES([read]);
  return {
    source,
    document,
    root: document as unknown as Readonly<Record<string, unknown>>,
    isFragment,
    holdsBesideReferences: !document.openapi.startsWith("3.0"),
  };
}

/** A comparison does not report what `generate` fixes. */
function ignore(): void {
  // Nothing is reported.
}
