import type { ResponseFormatError } from "../errors/index.js";
import { declaredSuccess, declaredTypeOf, formatOf } from "../http/declared-success.js";
import type { Operation } from "../operation.js";
import { isObject } from "../util/json.js";
import type { Call } from "./call.js";
import type { Result } from "./execute.js";
import { notDeclared, responseFormatError } from "./response-format-error.js";

/**
 * The data of a success, held against what the document declares for it. Where that is no body, JSON is left out. What is not
 * declared is no success: a missing body, one of another media type, another JSON than the declared, such as a list where a
 * create was led to the collection, or a page without its items.
 *
 * A caller who says how to read the body gets what there is, and so does one who calls what no document declares.
 *
 * @throws {ResponseFormatError} for a success that violates the document
 */
export function checkSuccess(operation: Operation, { data, response }: Result, call: Call): unknown {
  if (!response.ok || call.parseAs !== undefined || !isDeclared(operation)) return data;
  const { types, mayBeEmpty } = declaredSuccess(operation, response.status);
  if (data === undefined && mayBeEmpty) return data;
  const fail = (problem: string): ResponseFormatError => responseFormatError(response, problem, call);
  if (data === undefined || (data === null && types.length > 0 && !operation.nullable))
    throw fail(operation.paging ? NO_LIST : "without the body that the document promises");
  if (types.length === 0) return undefined;
  const type = declaredTypeOf(operation, response);
  if (type === undefined) throw fail(notDeclared(response, types));
  const problem = formatOf(operation, type) === "json" && data !== null && problemOf(operation, data);
  if (problem) throw fail(problem);
  return data;
}

const NO_LIST = "without the array `data` that a list has";

/** False for an operation that no document has. */
function isDeclared({ successes }: Operation): boolean {
  return successes === undefined || Object.keys(successes).length > 0;
}

function problemOf({ paging, mayReturnList }: Operation, data: unknown): string | undefined {
  const items = isObject(data) ? data["data"] : undefined;
  if (paging) {
    const isList =
      Array.isArray(items) || items === null || (paging.style === "offset" && Array.isArray(data));
    return isList ? undefined : NO_LIST;
  }
  if (mayReturnList) return undefined;
  if (!isObject(data))
    return `with ${Array.isArray(data) ? "a list" : `a ${typeof data}`} in place of an object`;
  return Array.isArray(items) ? "with a list in place of an object" : undefined;
}
