import { openDocuments } from "../../src/testing/document/open-documents.js";
import type { DocumentOperation } from "../../src/testing/document/operations.js";

import type { OpenApiDocument } from "../../src/testing/document/read-document.js";

export type { DeclaredResponse, Parameter, Schema } from "../../src/testing/document/schema.js";

/** An operation as its document has it. */
export interface DocumentedOperation extends Omit<DocumentOperation, "id" | "document"> {
  readonly operationId: string;
  /** The document's name, such as `pim-v1`. */
  readonly document: string;
  /** Whether the service is one of `createClient()`. Others have hosts of their own, and need `createClientFor`. */
  readonly isBundled: boolean;
  /** The security schemes that open it, by name, and what each sends. None when it is open to everybody. */
  readonly schemes: Readonly<Record<string, "basic" | "bearer">>;
}

/** Every operation of every document in `openapi/`. */
export const operations: readonly DocumentedOperation[] = openDocuments()
  .operations()
  .map(({ id, document, ...operation }) => ({
    ...operation,
    operationId: id,
    document: document.name,
    isBundled: document.content["x-base-url"] === undefined,
    schemes: schemesOf(operation.security),
  }));

const originals = new Map(
  openDocuments()
    .operations()
    .map((operation) => [operation.id, operation]),
);

/** The operation as the documents' reader has it. */
export function documentedAs({ operationId }: DocumentedOperation): DocumentOperation {
  const operation = originals.get(operationId);
  if (!operation) throw new Error(`No document has ${operationId}`);
  return operation;
}

/** The document of an operation. */
export function documentOf(operation: DocumentedOperation): OpenApiDocument {
  return documentedAs(operation).document;
}

/** The names of the documents. */
export const documents: ReadonlySet<string> = new Set(operations.map(({ document }) => document));

function schemesOf(security: DocumentOperation["security"]): DocumentedOperation["schemes"] {
  return Object.fromEntries(
    security.flat().map(({ name, kind }) => {
      if (kind === "basic" || kind === "bearer") return [name, kind];
      throw new Error(`No credentials are known for the security scheme ${name}`);
    }),
  );
}
