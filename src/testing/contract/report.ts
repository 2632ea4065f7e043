import type { DocumentOperation } from "../document/operations.js";
import type { Drift } from "./drift.js";
import type { OperationExchange } from "./exchange.js";

/** An operation of which responses were held against its document. */
export interface CheckedOperation {
  /** Such as `GET /pim/v1/integrations`. */
  readonly operation: string;
  readonly document: string;
  readonly responses: number;
}

/** An operation that was not called, or gave no response. */
export interface SkippedOperation {
  readonly operation: string;
  readonly document: string;
  readonly reason: string;
  /** Whether it was called, and the service gave no response. */
  readonly isUnanswered?: true;
}

/** An entry of a recording that has another form than HAR says, and is left aside. */
export interface UnreadEntry {
  /** A JSON Pointer into the recording: `/log/entries/3/request`. */
  readonly pointer: string;
  /** Such as `is not an object`. */
  readonly problem: string;
}

/** What came of a check. Programs may rely on the names of its keys. */
export interface ContractReport {
  /** The gravest first. */
  readonly drifts: readonly Drift[];
  readonly operations: readonly CheckedOperation[];
  /** Of a recording, none: it holds what it holds. */
  readonly skipped: readonly SkippedOperation[];
  /** How many responses of a recording are of other services. */
  readonly foreign: number;
  /** Of a recording alone. */
  readonly unread: readonly UnreadEntry[];
}

/** The operations that exchanges are of. */
export function checkedOperations(exchanges: readonly OperationExchange[]): readonly CheckedOperation[] {
  const checked = new Map<DocumentOperation, number>();
  for (const { operation } of exchanges) checked.set(operation, (checked.get(operation) ?? 0) + 1);
  return [...checked].map(([operation, responses]) => ({
    operation: nameOf(operation),
    document: operation.document.file,
    responses,
  }));
}

/** What reports call an operation. */
export function nameOf({ method, path }: DocumentOperation): string {
  return `${method} ${path}`;
}
