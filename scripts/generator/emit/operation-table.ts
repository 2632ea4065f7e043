import { omit } from "../document/records.js";
import type { Method } from "./methods.js";
import type { Resource } from "./resource-tree.js";
import { successTable } from "./success-table.js";

/** The entries of `OperationTree` for a resource and what is below it; see `src/operation.ts` for what they mean. */
export function operationTable({ methods, children }: Resource): Record<string, unknown> {
  return Object.fromEntries([
    ...methods.map((method) => [method.name, operationEntry(method)] as const),
    ...children.map((child) => [child.names.at(-1) ?? "", operationTable(child)] as const),
  ]);
}

function operationEntry(method: Method): object {
  const { operation, httpMethod, path, query, body, paging, successes } = method;
  const requiredQuery = query.filter(({ required }) => required).map(({ name }) => name);
  return {
    id: operation.operationId,
    method: httpMethod.toUpperCase(),
    path,
    ...(requiredQuery.length > 0 && { requiredQuery }),
    ...(body && { body: body.encoding }),
    ...(body && !body.required && { optionalBody: true }),
    ...(body?.contentType !== undefined && { contentType: body.contentType }),
    ...(paging && { paging: omit(paging, "item") }),
    ...successTable(successes),
    ...(method.nullable && { nullable: true }),
    ...(method.mayReturnList && { mayReturnList: true }),
  };
}
