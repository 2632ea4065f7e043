import type { ResponseFormatError } from "../errors/index.js";
import type { Operation } from "../operation.js";
import { isObject } from "../util/json.js";
import type { Call } from "./call.js";
import { responseFormatError } from "./response-format-error.js";

/**
 * Holds the JSON of a success against what the document declares: a list where one object is promised is no success, such as
 * when a create was led to the collection, and neither is a page without its items.
 *
 * @returns the error for a success that violates the document
 */
export function checkSuccess(
  operation: Operation,
  { data, response }: { readonly data?: unknown; readonly response: Response },
  call: Call,
): ResponseFormatError | undefined {
  const { parseAs = operation.parseAs ?? "json" } = call;
  if (!response.ok || operation.noContent || parseAs !== "json" || data === undefined || data === null)
    return undefined;
  const problem = problemOf(operation, data);
  return problem === undefined ? undefined : responseFormatError(response, problem, call);
}

function problemOf({ paging, mayReturnList }: Operation, data: unknown): string | undefined {
  const items = isObject(data) ? data["data"] : undefined;
  if (paging) {
    const isList =
      Array.isArray(items) || items === null || (paging.style === "offset" && Array.isArray(data));
    return isList ? undefined : "without the array `data` that a list has";
  }
  if (mayReturnList) return undefined;
  if (!isObject(data))
    return `with ${Array.isArray(data) ? "a list" : `a ${typeof data}`} in place of an object`;
  return Array.isArray(items) ? "with a list in place of an object" : undefined;
}
