import { completeOperations, isOperation, type Operations } from "../../src/client/operation-tree.js";
import { pathParameters } from "../../src/http/check-arguments.js";
import type { Operation, OperationTree } from "../../src/operation.js";
import type { CallOptions, Paginated } from "../../src/index.js";
import type { DocumentedOperation, Parameter } from "./document.js";
import { examplesOf } from "../../src/testing/document/example-value.js";
import { validValue, validValues } from "../../src/testing/document/valid-values.js";

/** The parts of a valid call. */
export interface CallParts {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent when the operation has none. */
  readonly body?: unknown;
}

/** A method of a resource, and its way from the client. */
export interface ResourceMethod {
  /** Such as `["pim", "v1", "integrations", "list"]`. */
  readonly names: readonly string[];
  readonly operation: Operation;
}

/** The methods of a table of operations, by the ids of their operations. */
export function methodsById(tree: OperationTree): ReadonlyMap<string, ResourceMethod> {
  return new Map(methodsOf(completeOperations(tree), []).map((method) => [method.operation.id, method]));
}

/** A call with what is required alone. */
export function smallestCall(operation: DocumentedOperation): CallParts {
  const [body] = bodiesOf(operation);
  return partsOf(
    operation,
    operation.parameters.filter(({ required }) => required === true),
    body,
  );
}

/** Calls with every parameter: one for each example of the body, and for each variant of a union in it. */
export function fullCalls(operation: DocumentedOperation): readonly CallParts[] {
  const bodies = bodiesOf(operation);
  return (bodies.length > 0 ? bodies : [undefined]).map((body) =>
    partsOf(operation, operation.parameters, body),
  );
}

/** Calls a method of a resource: path parameters in order, then the body if there is one, else the query. Of a list, the first page. */
export async function callResource(
  confluent: object,
  method: ResourceMethod,
  parts: CallParts,
  options?: CallOptions,
): Promise<unknown> {
  if (!method.operation.paging) return invoke(confluent, method, parts, options);
  const { value } = await listResource(confluent, method, parts, options).pages().next();
  return value?.data;
}

/** Calls a method of a resource that lists. */
export function listResource(
  confluent: object,
  method: ResourceMethod,
  parts: CallParts,
  options?: CallOptions,
): Paginated<unknown> {
  return invoke(confluent, method, parts, options) as Paginated<unknown>;
}

function invoke(
  confluent: object,
  { names, operation }: ResourceMethod,
  { path, query, headers, body }: CallParts,
  options: CallOptions = {},
): unknown {
  const method = names.reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], confluent);
  const all = { ...options, headers: { ...headers, ...options.headers } };
  const content = operation.body ? [body, { ...all, query }] : [query, all];
  const args = [...pathParameters(operation.path).map((name) => path[name]), ...content];
  return (method as (...args: readonly unknown[]) => unknown)(...args);
}

/** Calls a path, as openapi-fetch does. */
export async function callPath(
  confluent: object,
  { method, path: template }: DocumentedOperation,
  { path, query, headers, body }: CallParts,
): Promise<{ readonly data?: unknown; readonly error?: unknown }> {
  const call = (confluent as Record<string, (path: string, init: object) => Promise<object>>)[method];
  if (!call) throw new Error(`The client has no ${method}`);
  return call(template, { params: { path, query, header: headers }, body });
}

function methodsOf(tree: Operations, names: readonly string[]): readonly ResourceMethod[] {
  return Object.entries(tree).flatMap(([name, node]) =>
    isOperation(node) ? [{ names: [...names, name], operation: node }] : methodsOf(node, [...names, name]),
  );
}

function bodiesOf({ body, operationId }: DocumentedOperation): readonly unknown[] {
  const [[mediaType, content] = []] = Object.entries(body?.content ?? {});
  if (mediaType === undefined || !content) return [];
  const values = about(operationId, () => [
    ...examplesOf(content),
    ...validValues(content.schema ?? {}),
    ...validValues(content.schema ?? {}, { properties: "all" }),
  ]);
  // A range such as `image/*` takes a file, which says what it is.
  const isRange = mediaType.endsWith("/*");
  return isRange
    ? values.map((value) => new Blob([String(value)], { type: mediaType.replace("*", "png") }))
    : values;
}

function partsOf(
  { operationId }: DocumentedOperation,
  parameters: readonly Parameter[],
  body: unknown,
): CallParts {
  const valuesIn = (place: Parameter["in"]): Record<string, unknown> =>
    Object.fromEntries(
      parameters
        .filter((parameter) => parameter.in === place)
        .map((parameter) => [parameter.name, about(operationId, () => valueOf(parameter))]),
    );
  return {
    path: valuesIn("path"),
    query: valuesIn("query"),
    headers: valuesIn("header") as Record<string, string>,
    ...(body !== undefined && { body }),
  };
}

function valueOf(parameter: Parameter): unknown {
  return examplesOf(parameter)[0] ?? validValue(parameter.schema);
}

/** Says of an error which operation it is about. */
function about<T>(operationId: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new Error(`${operationId}: no valid call can be made`, { cause: error });
  }
}
