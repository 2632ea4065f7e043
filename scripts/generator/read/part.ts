import type { Fix } from "../document/fix.js";
import type { OpenApiDocument } from "../document/openapi.js";
import { withoutCorrections } from "./corrections.js";
import { checkShape } from "./check-shape.js";
import { completeFragment } from "./complete-fragment.js";
import { inlineReferences } from "./inline-references.js";
import { createReporter, type Reporter } from "./reporter.js";
import type { Source } from "./source.js";

/** One of the documents being read. */
export interface Part extends Reporter {
  readonly source: Source;
  readonly document: OpenApiDocument;
  /** Whether only a piece of a document was given. */
  readonly isFragment: boolean;
}

/** @throws {DocumentError} for a document that does not have the shape that OpenAPI prescribes */
export function readPart(original: Source, onFix: (fix: Fix) => void): Part {
  const reporter = createReporter(original.name, onFix);
  const { source, isFragment } = completeFragment(withoutCorrections(original), reporter.report);
  const document = checkShape(inlineReferences(source), source);
  return { ...reporter, source, document, isFragment };
}
