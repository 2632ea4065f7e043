import type { NamedText } from "../document/document-source.js";
import { namesIn } from "../document/path-template.js";
import { readOperations } from "../document/read-operations.js";

/**
 * The names of the parameters that the GET operations of documents have, but for cookies, which are not sent.
 *
 * @throws {SetupError} when a document cannot be used
 */
export function parameterNames(documents: readonly NamedText[]): readonly string[] {
  const names = readOperations(documents)
    .filter(({ method }) => method === "GET")
    .flatMap(({ segments, parameters }) => [
      ...segments.flatMap(namesIn),
      ...parameters.filter(({ in: place }) => place !== "cookie").map(({ name }) => name),
    ]);
  return [...new Set(names)];
}
