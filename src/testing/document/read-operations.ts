import { SetupError } from "../setup-error.js";
import type { NamedText } from "./document-source.js";
import { operationsOf, type DocumentOperation } from "./operations.js";
import { readDocuments } from "./read-document.js";
import { refuseRepeated } from "./refuse-repeated.js";

/**
 * The operations of documents of users.
 *
 * @throws {SetupError} when a document cannot be used, names all of its mistakes; when it has no operation, and when two describe
 * the same one
 */
export function readOperations(documents: readonly NamedText[]): readonly DocumentOperation[] {
  const read = readDocuments(documents);
  const operations = read.flatMap(operationsOf);
  refuseRepeated(operations.map(({ method, path, document: { file } }) => ({ method, path, file })));
  const idle = read.find((document) => operationsOf(document).length === 0);
  if (idle) throw new SetupError(`${idle.file}: there is no operation`);
  return operations;
}
