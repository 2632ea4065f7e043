import type { Operation, OperationTree } from "../operation.js";
import type { CallOptions } from "../pipeline/call-options.js";
import { ConfigurationError } from "../errors/index.js";
import { pathParameters } from "../http/check-arguments.js";
import type { Execute, CallInit } from "../pipeline/execute.js";
import { responseFormatError } from "../pipeline/response-format-error.js";
import { writes } from "../http/methods.js";
import { dataOrThrow } from "../pipeline/data-or-throw.js";
import { omitUndefined } from "../util/json.js";
import { listPages } from "../paging/list-pages.js";

type Method = (...args: unknown[]) => unknown;
interface Resources {
  readonly [name: string]: Resources | Method;
}

/** The methods of a table of operations, as the generated interfaces describe them. */
export function createResources(exchange: Execute, operations: OperationTree): Resources {
  return Object.fromEntries(
    Object.entries(operations).map(([name, node]) => [
      name,
      isOperation(node) ? createMethod(exchange, node) : createResources(exchange, node),
    ]),
  );
}

export function isOperation(node: Operation | OperationTree): node is Operation {
  return typeof node["path"] === "string";
}

function createMethod(exchange: Execute, operation: Operation): Method {
  if (operation.paging) return (...args) => listPages(exchange, operation, toInit(operation, args));
  return async (...args) => {
    const outcome = await exchange(operation, toInit(operation, args));
    const data = dataOrThrow(outcome);
    if (operation.noContent) return undefined;
    if (data === undefined || data === null) {
      const { response, call } = outcome;
      const error = responseFormatError(response, "without the body that the document promises", call);
      if (writes(operation.method)) error.maybeApplied = true;
      throw error;
    }
    return data;
  };
}

/** Path parameters in order, then the body if the operation has one, else the query; last, the options. */
function toInit({ id, path, body, noContent, parseAs }: Operation, args: readonly unknown[]): CallInit {
  const names = pathParameters(path);
  const parameters: Record<string, unknown> = {};
  names.forEach((name, index) => (parameters[name] = args[index]));
  const [content, options] = args.slice(names.length);
  if (body !== "raw") checkObject(content, id, body ? "body" : "query");
  checkObject(options, id, "options");
  // `signal` by name: whoever passes an AbortController for the options has it behind a getter.
  const { query, signal, ...settings } = (options ?? {}) as CallOptions;
  return {
    params: { path: parameters, query: body ? query : { ...(content as object | undefined), ...query } },
    // JSON leaves out what is undefined; a form would send the word.
    body: body === "form" ? omitUndefined(content ?? {}) : body && content,
    bodySerializer: body === "raw" ? (raw: unknown) => raw : undefined,
    // Nothing is expected; should something come all the same, it is read and dropped.
    parseAs: noContent ? "text" : parseAs,
    ...settings,
    signal,
  };
}

function checkObject(
  value: unknown,
  operation: string,
  name: string,
): asserts value is object | null | undefined {
  if (value !== undefined && typeof value !== "object") {
    throw new ConfigurationError(`${operation}: the ${name} must be an object, not a ${typeof value}`);
  }
}
