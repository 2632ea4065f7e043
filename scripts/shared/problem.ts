import { CommandError } from "./command-error.js";
import { isSystemError, systemMessage } from "./system-error.js";

/** What a command reports of its input. Programs may rely on the names of its keys. */
export interface Problem {
  readonly severity: "error" | "warning";
  readonly message: string;
  /** The document, as it was named; absent for what is not of a document. */
  readonly document?: string;
  /** From 1. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
  /** A JSON Pointer into the document. */
  readonly pointer?: string;
  /** The rule of a linter that was violated. */
  readonly rule?: string;
}

/** The parts of a `DocumentError`. Its class is loaded with the YAML parser, which may not be installed. */
interface DocumentFailure extends Error {
  readonly document: string;
  readonly line: number;
  readonly column: number;
  readonly reason: string;
}

/** What an error that the user can correct says. Other errors are bugs of this program, and are thrown again. */
export function problemOf(error: unknown): Problem {
  if (isDocumentFailure(error)) {
    const { document, line, column, reason } = error;
    return { severity: "error", message: reason, document, line, column };
  }
  if (error instanceof CommandError) return { severity: "error", message: error.message };
  if (isSystemError(error)) return { severity: "error", message: systemMessage(error) };
  throw error;
}

/** `garden.yaml:3:1: Map keys must be unique`: the form that editors and terminals make a link of. */
export function formatProblem({ severity, message, document, line, column, pointer, rule }: Problem): string {
  const position = line === undefined ? "" : `:${line}${column === undefined ? "" : `:${column}`}`;
  const place = document === undefined ? "" : `${document}${position || (pointer ? `#${pointer}` : "")}: `;
  const kind = severity === "warning" ? "warning: " : "";
  return `${place}${kind}${message}${rule === undefined ? "" : ` (${rule})`}`;
}

function isDocumentFailure(error: unknown): error is DocumentFailure {
  return error instanceof Error && error.name === "DocumentError";
}
