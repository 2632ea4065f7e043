import type { KindRule } from "./kind-rule.js";

export type OperationKind =
  | "path-undocumented"
  | "method-undocumented"
  | "operation-missing"
  | "success-undocumented"
  | "redirect-undocumented"
  | "failure-undocumented"
  | "credentials-undocumented"
  | "deprecation-undocumented";

/** Drift of operations and of their statuses. */
export const OPERATION_KINDS: Readonly<Record<OperationKind, KindRule>> = {
  "path-undocumented": {
    level: "warning",
    what: "the service responds at a path that no document has",
    message: "no document has this path",
    advice: "document the path",
  },
  "method-undocumented": {
    level: "warning",
    what: "the service accepts a method that its path does not have",
    message: "the path is documented, and this method is not",
    advice: "document the operation",
  },
  "operation-missing": {
    level: "error",
    what: "the service does not know an operation",
    message: "the service responds with {subject}, as it does not know the operation",
    advice: "remove the operation, or correct its path",
  },
  "success-undocumented": {
    level: "error",
    what: "a status of success is not documented",
    message: "the status {subject} is a success, and is not documented",
    advice: "document the status and its content",
  },
  "redirect-undocumented": {
    level: "warning",
    what: "a redirect is not documented",
    message: "the status {subject} is a redirect, and is not documented",
    advice: "document the status, or correct the address",
  },
  "failure-undocumented": {
    level: "warning",
    what: "a status of failure is not documented",
    message: "the status {subject} is a failure, and is not documented",
    advice: "document the status and its content",
  },
  "credentials-undocumented": {
    level: "error",
    what: "an operation that is open to everybody wants credentials",
    message: "the service wants credentials, and the document says that none are needed",
    advice: "document the security of the operation",
  },
  "deprecation-undocumented": {
    level: "warning",
    what: "the service announces the end of an operation (`Deprecation` or `Sunset`) that is not deprecated",
    message:
      "the header {subject} announces the end of the operation, which is not deprecated in the document",
    advice: "mark the operation as deprecated, and plan for another one",
  },
};
