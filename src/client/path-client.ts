import type { Middleware } from "openapi-fetch";
import type { ApiErrorDetail } from "../errors/index.js";
import type { Operation } from "../operation.js";
import { listPages } from "../paging/list-pages.js";
import type { Call } from "../pipeline/call.js";
import type { CallInit, Execute } from "../pipeline/execute.js";
import { operationsOf, type Operations } from "./operation-tree.js";
import type { FetchClient } from "./request-builder.js";

/** The methods of openapi-fetch's client. */
export const METHODS: readonly string[] = [
  "GET",
  "PUT",
  "POST",
  "DELETE",
  "OPTIONS",
  "HEAD",
  "PATCH",
  "TRACE",
];

/** openapi-fetch's methods on the SDK's pipeline, and `paginate`. Their types are in path-types.ts. */
export function createPathClient(execute: Execute, fetchClient: FetchClient, operations: Operations): object {
  const byPath = new Map([...operationsOf(operations)].map((one) => [`${one.method} ${one.path}`, one]));
  const operationAt = (method: string, path: string): Operation => {
    const id = `${method} ${path}`;
    return byPath.get(id) ?? { id, method: method as Operation["method"], path, successes: {} };
  };
  const request = async (method: string, path: string, init?: CallInit): Promise<object> => {
    const { data, error, response, call } = await execute(operationAt(method.toUpperCase(), path), init);
    return response.ok ? { data, response } : { error: error || errorFromStatus(response, call), response };
  };
  const methods = METHODS.map((method) => [
    method,
    (path: string, init?: CallInit) => request(method, path, init),
  ]);
  return {
    ...(Object.fromEntries(methods) as object),
    request,
    paginate: (path: string, init?: CallInit) => listPages(execute, operationAt("GET", path), init),
    use: (...middlewares: Middleware[]) => fetchClient.use(...middlewares),
    eject: (...middlewares: Middleware[]) => fetchClient.eject(...middlewares),
  };
}

/** An `error` for a failed response without a body, such as a 429 of this API: `if (error)` must not take it for a success. */
function errorFromStatus({ status, statusText }: Response, { hint }: Call): { errors: ApiErrorDetail[] } {
  const title = statusText || "No reason given";
  return { errors: [{ status: String(status), title, ...(hint && { detail: hint }) }] };
}
