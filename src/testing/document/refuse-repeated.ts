import { SetupError } from "../setup-error.js";

/** An operation, and the document that describes it. */
export interface Described {
  readonly method: string;
  readonly path: string;
  readonly file: string;
}

/**
 * Refuses two descriptions of one operation: the second would be ignored. What a path calls its parameters makes no difference.
 *
 * @throws {SetupError} that names the operation and the documents
 */
export function refuseRepeated(operations: readonly Described[]): void {
  const owners = new Map<string, Described>();
  for (const operation of operations) {
    const key = `${operation.method} ${operation.path.replace(/\{[^{}]*\}/g, "{}")}`;
    const owner = owners.get(key);
    if (owner) throw new SetupError(repeated(operation, owner));
    owners.set(key, operation);
  }
}

function repeated({ method, path, file }: Described, owner: Described): string {
  const place = owner.file === file ? "it" : owner.file;
  const name = owner.path === path ? "" : `, as ${owner.path}`;
  return `${file}: ${method} ${path} is in ${place}, too${name}`;
}
