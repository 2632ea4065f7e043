import type { Operation, OperationTree } from "./api.js";
import type { CallOptions } from "./call-options.js";
import { ConfigurationError, ResponseFormatError } from "./errors/index.js";
import { pathParameters } from "./http/check-arguments.js";
import type { Exchange, ExchangeInit } from "./http/exchange.js";
import { writes } from "./http/methods.js";
import { unwrap } from "./http/unwrap.js";
import { defined } from "./json.js";
import { listPages } from "./paging/list-pages.js";

type Method = (...args: unknown[]) => unknown;
interface Resources {
  readonly [name: string]: Resources | Method;
}

/** The methods of a table of operations, as the generated interfaces describe them. */
export function createResources(exchange: Exchange, operations: OperationTree): Resources {
  return Object.fromEntries(
    Object.entries(operations).map(([name, node]) => [
      name,
      isOperation(node) ? createMethod(exchange, node) : createResources(exchange, node),
    ]),
  );
}

/** All operations of a table. */
export function* operationsOf(tree: OperationTree): Generator<Operation> {
  for (const node of Object.values(tree)) {
    if (isOperation(node)) yield node;
    else yield* operationsOf(node);
  }
}

function isOperation(node: Operation | OperationTree): node is Operation {
  return typeof node["path"] === "string";
}

function createMethod(exchange: Exchange, operation: Operation): Method {
  const { method, path, paging } = operation;
  if (paging) return (...args) => listPages(exchange, path, operation, toInit(operation, args));
  return async (...args) => {
    const outcome = await exchange(method, path, toInit(operation, args));
    const data = unwrap(outcome);
    if (operation.noContent) return undefined;
    if (data === undefined || data === null) {
      const { response, call } = outcome;
      const message = `${response.status} without the body that the document promises (${call.operation})`;
      const error = new ResponseFormatError(message, call);
      if (writes(method)) error.maybeApplied = true;
      throw error;
    }
    return data;
  };
}

/** Path parameters in order, then the body if the operation has one, else the query; last, the options. */
function toInit(operation: Operation, args: readonly unknown[]): ExchangeInit {
  const { id, path, body, noContent, parseAs } = operation;
  const names = pathParameters(path);
  const [content, options] = args.slice(names.length);
  if (body !== "raw") checkObject(content, `${id}: the ${body ? "body" : "query"}`);
  checkObject(options, `${id}: the options`);
  // `signal` by name: whoever passes an AbortController for the options has it behind a getter.
  const { query, signal, ...settings } = (options ?? {}) as CallOptions;
  return {
    params: {
      path: Object.fromEntries(names.map((name, index) => [name, args[index]])),
      query: body ? query : { ...(content as object | undefined), ...query },
    },
    // JSON leaves out what is undefined; a form would send the word.
    ...(body && { body: body === "form" ? defined(content ?? {}) : content }),
    ...(body === "raw" && { bodySerializer: (raw: unknown) => raw }),
    // Nothing is expected; should something come all the same, it is read and dropped.
    ...(noContent && { parseAs: "text" }),
    ...(parseAs && { parseAs }),
    ...settings,
    signal,
  };
}

function checkObject(value: unknown, name: string): asserts value is object | null | undefined {
  if (value !== undefined && typeof value !== "object") {
    throw new ConfigurationError(`${name} must be an object, not a ${typeof value}`);
  }
}
