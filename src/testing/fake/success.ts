import { isJson, type DeclaredContent } from "../document/media-types.js";
import type { DocumentOperation } from "../document/operations.js";
import type { DeclaredResponse } from "../document/schema.js";

/** The success that an operation declares: its status, and the content of its body. */
export interface Success {
  readonly status: number;
  readonly response: DeclaredResponse;
  readonly content?: DeclaredContent;
}

const successes = new WeakMap<DocumentOperation, Success>();

/** @param isDryRun of a creation, which may have a 200 of its own for a dry run, beside the 201 */
export function successOf(operation: DocumentOperation, isDryRun = false): Success {
  if (isDryRun) return findSuccess(operation, true);
  let success = successes.get(operation);
  if (!success) successes.set(operation, (success = findSuccess(operation, false)));
  return success;
}

function findSuccess({ responses, method }: DocumentOperation, isDryRun: boolean): Success {
  const found = Object.entries(responses).filter(([status]) => /^2(\d\d|XX)$/i.test(status));
  const created = method === "POST" && !isDryRun ? found.find(([status]) => status === "201") : undefined;
  const [status, response] = created ?? found[0] ?? ["default", responses["default"] ?? {}];
  const [mediaType, content] =
    Object.entries(response.content ?? {}).find(([type]) => isJson(type)) ??
    Object.entries(response.content ?? {})[0] ??
    [];
  return {
    status: /^\d+$/.test(status) ? Number(status) : 200,
    response,
    ...(mediaType !== undefined && content && { content: { mediaType, ...content } }),
  };
}
