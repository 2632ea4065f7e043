import type { Middleware } from "openapi-fetch";
import { ConfigurationError, type ApiErrorDetail } from "../errors/index.js";
import { checkObject } from "../http/check-object.js";
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
    const operation = operationAt(checkMethod(method), path);
    const { data, error, response, call } = await execute(operation, checkOptions(init, operation.id));
    return response.ok ? { data, response } : { error: error || errorFromStatus(response, call), response };
  };
  const methods = METHODS.map((method) => [
    method,
    (path: string, init?: CallInit) => request(method, path, init),
  ]);
  return {
    ...(Object.fromEntries(methods) as object),
    request,
    paginate(path: string, init?: CallInit) {
      const operation = operationAt("GET", path);
      return listPages(execute, operation, checkOptions(init, operation.id));
    },
    use: (...middlewares: Middleware[]) => fetchClient.use(...middlewares),
    eject: (...middlewares: Middleware[]) => fetchClient.eject(...middlewares),
  };
}

/** The method in upper case. `fetch` sends none of these three (Fetch standard, "forbidden method"). */
function checkMethod(method: unknown): string {
  const name = typeof method === "string" ? method.toUpperCase() : "";
  if (/^[!#$%&'*+.^`|~\w-]+$/.test(name) && !["CONNECT", "TRACE", "TRACK"].includes(name)) return name;
  throw new ConfigurationError(`${JSON.stringify(method)} is not a method that \`fetch\` sends`);
}

function checkOptions(init: unknown, operation: string): CallInit {
  const options = checkObject(init, `${operation}: the options`) as CallInit;
  const params = checkObject(options.params, `${operation}: params`) as NonNullable<CallInit["params"]>;
  checkObject(params.query, `${operation}: the query`);
  return (options.params as unknown) === null ? { ...options, params } : options;
}

/** An `error` for a failed response without a body, such as a 429 of this API: `if (error)` must not take it for a success. */
function errorFromStatus({ status, statusText }: Response, { hint }: Call): { errors: ApiErrorDetail[] } {
  const title = statusText || "No reason given";
  return { errors: [{ status: String(status), title, ...(hint && { detail: hint }) }] };
}
