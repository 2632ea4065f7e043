import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { SetupError } from "../setup-error.js";

/** The text of a document, with its name. */
export interface NamedText {
  /** What messages call it, such as `kafka.yaml`. It is read as JSON if that is how the name ends, and else as YAML. */
  readonly name: string;
  /** YAML or JSON. */
  readonly text: string;
}

/** An OpenAPI document: the path or the file URL of its file, or its text. */
export type DocumentSource = string | URL | NamedText;

/**
 * The text of a document.
 *
 * @throws {SetupError} that names the file which cannot be read
 */
export function readSource(source: DocumentSource): NamedText {
  if (typeof source === "object" && "text" in source) return source;
  const name = source instanceof URL ? fileURLToPath(source) : source;
  if (name === "") throw new SetupError("the path of a document is empty");
  try {
    return { name, text: readFileSync(name, "utf8") };
  } catch (error) {
    throw new SetupError(`${name}: ${reasonOf(error)}`, { cause: error });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder, not a file",
  EACCES: "permission denied",
};

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return REASONS[(error as NodeJS.ErrnoException).code ?? ""] ?? error.message;
}
