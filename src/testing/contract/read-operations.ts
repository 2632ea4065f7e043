import type { NamedText } from "../document/document-source.js";
import { operationsOf, type DocumentOperation } from "../document/operations.js";
import { readDocument } from "../document/read-document.js";
import { ContractError } from "./contract-error.js";

/**
 * The operations of documents.
 *
 * @throws {ContractError} that names the document which cannot be used
 */
export function readOperations(documents: readonly NamedText[]): readonly DocumentOperation[] {
  return documents.flatMap(({ name, text }) => {
    try {
      return operationsOf(readDocument(name, text));
    } catch (error) {
      throw new ContractError(error instanceof Error ? error.message : String(error), { cause: error });
    }
  });
}
