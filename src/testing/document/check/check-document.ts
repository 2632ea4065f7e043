import { checkCycles } from "./check-cycles.js";
import { checkPaths } from "./check-paths.js";
import { checkReferences } from "./check-references.js";
import { documentShape } from "./document-shape.js";
import type { Mistake } from "./mistakes.js";
import type { Look } from "./shapes.js";

/**
 * Holds a document against OpenAPI, as far as the fake, the mock and the contract check rely on it.
 *
 * @param content the document as it was parsed, with its references in it
 */
export function checkDocument(content: unknown): readonly Mistake[] {
  const look: Look = { content, mistakes: [], seen: new Map() };
  documentShape(content, [], look);
  return [...look.mistakes, ...checkPaths(content), ...checkReferences(content), ...checkCycles(content)];
}
