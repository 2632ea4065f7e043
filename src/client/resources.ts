import { pathParameters } from "../http/check-arguments.js";
import { checkObject } from "../http/check-object.js";
import type { Operation } from "../operation.js";
import { listPages } from "../paging/list-pages.js";
import { toApiPromise } from "../pipeline/api-promise.js";
import type { CallOptions } from "../pipeline/call-options.js";
import { dataOrThrow } from "../pipeline/data-or-throw.js";
import type { CallInit, CallResult, Execute } from "../pipeline/execute.js";
import { checkCallOptions } from "./check-options.js";
import { isOperation, type Operations } from "./operation-tree.js";

type Method = (...args: unknown[]) => unknown;
interface Resources {
  readonly [name: string]: Resources | Method;
}

/** The methods of a table of operations, as the generated interfaces describe them. */
export function createResources(execute: Execute, operations: Operations): Resources {
  return Object.fromEntries(
    Object.entries(operations).map(([name, node]) => [
      name,
      isOperation(node) ? createMethod(execute, node) : createResources(execute, node),
    ]),
  );
}

function createMethod(execute: Execute, operation: Operation): Method {
  if (operation.paging) return (...args) => listPages(execute, operation, toInit(operation, args));
  return (...args) => {
    let result: CallResult;
    const send = async (): Promise<unknown> => {
      result = await execute(operation, toInit(operation, args));
      return dataOrThrow(result);
    };
    return toApiPromise(send(), () => result.response);
  };
}

/** Path parameters in order, then the body if the operation has one, else the query; last, the options. */
function toInit({ id, path, body }: Operation, args: readonly unknown[]): CallInit {
  const names = pathParameters(path);
  const parameters: Record<string, unknown> = {};
  names.forEach((name, index) => (parameters[name] = args[index]));
  const [content, options] = args.slice(names.length);
  if (!body) checkObject(content, `${id}: the query`);
  const callOptions: CallOptions = checkObject(options, `${id}: the options`);
  checkCallOptions(callOptions, id);
  // Read by name: when an AbortController is passed as the options, its signal is behind a getter of its prototype.
  const { query, signal, ...settings } = callOptions;
  checkObject(query, `${id}: the query`);
  return {
    params: { path: parameters, query: body ? query : { ...(content as object | undefined), ...query } },
    body: body && content,
    ...settings,
    signal,
  };
}
