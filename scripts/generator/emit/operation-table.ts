import type { OpenApiDocument } from "../document/openapi.js";
import { omit } from "../document/records.js";
import type { Method } from "./methods.js";
import { stylesEntry } from "./parameter-styles.js";
import { bodyEntry } from "./request-bodies.js";
import type { Resource } from "./resource-tree.js";
import { successTable } from "./success-table.js";
import { usualId, usualMethod } from "./usual-operation.js";

/**
 * The entries of `OperationTree` for a resource and what is below it; see `src/operation.ts` for what they mean.
 *
 * @param used receives the names of the functions that are mentioned
 */
export function operationTable(
  { methods, children }: Resource,
  document: OpenApiDocument,
  used: Set<string>,
): Record<string, unknown> {
  return Object.fromEntries([
    ...methods.map((method) => [method.name, operationEntry(method, document, used)] as const),
    ...children.map((child) => [child.names.at(-1) ?? "", operationTable(child, document, used)] as const),
  ]);
}

function operationEntry(method: Method, document: OpenApiDocument, used: Set<string>): object {
  const { operation, httpMethod, path, query, headers, bodies, paging, successes } = method;
  // One that may be empty is not missed where it is.
  const required = query.filter((parameter) => parameter.required && !parameter.allowEmptyValue);
  const requiredQuery = required.map(({ name }) => name);
  const requiredHeaders = headers.filter((parameter) => parameter.required).map(({ name }) => name);
  const id = operation.operationId;
  const verb = httpMethod.toUpperCase();
  return {
    ...(id !== usualId(method.name, path) && { id }),
    ...(verb !== usualMethod(method.name) && { method: verb }),
    path,
    ...(requiredQuery.length > 0 && { requiredQuery }),
    ...stylesEntry(method, document, used),
    ...(requiredHeaders.length > 0 && { requiredHeaders }),
    ...bodyEntry(bodies, document, used),
    ...(paging && { paging: omit(paging, "item") }),
    ...successTable(successes),
    ...(method.nullable && { nullable: true }),
    ...(method.mayReturnList && { mayReturnList: true }),
  };
}
