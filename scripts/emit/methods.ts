import { verbOf } from "../document/names.js";
import {
  HTTP_METHODS,
  type Content,
  type HttpMethod,
  type MediaType,
  type OpenApiDocument,
  type Operation,
  type Parameter,
  type Response,
} from "../document/openapi.js";
import { componentName } from "../document/references.js";
import { parsePath, pathParameterNames, type ResourcePath } from "../document/resource-path.js";
import type { Merged } from "../normalise/merge.js";
import { pagingOf, type Paging } from "./paging.js";

/** One operation of the document as a method of the client. */
export interface Method extends ResourcePath {
  /** Within its resource: `list`. */
  readonly name: string;
  readonly operation: Operation;
  readonly httpMethod: HttpMethod;
  readonly path: string;
  /** In the order of the path. */
  readonly pathParameters: readonly Parameter[];
  readonly query: readonly Parameter[];
  readonly body?: Body;
  readonly successes: readonly Answer[];
  readonly failures: readonly Answer[];
  readonly paging?: Paging;
  /** An error about the operation, at its place in its file. */
  readonly fail: (message: string) => Error;
}

export interface Body extends MediaType {
  readonly encoding: "json" | "form";
  readonly required: boolean;
  readonly description?: string;
}

/** An answer that the document declares. */
export interface Answer {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly description: string;
  /** What is in its body; undefined when it has none. */
  readonly content: MediaType | undefined;
}

export function methodsOf({ document, origins }: Merged): readonly Method[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    HTTP_METHODS.flatMap((httpMethod) => {
      const operation = item[httpMethod];
      if (!operation) return [];
      const origin = origins.get(operation.operationId);
      const fail = (message: string): Error =>
        origin?.source.error(origin.pointer, message) ?? new Error(message);
      return [toMethod(path, httpMethod, operation, document, fail)];
    }),
  );
}

function toMethod(
  path: string,
  httpMethod: HttpMethod,
  operation: Operation,
  document: OpenApiDocument,
  fail: (message: string) => Error,
): Method {
  const resourcePath = parsePath(path);
  const { parameters = [] } = operation;
  const answers = Object.entries(operation.responses).map(([status, response]) =>
    toAnswer(status, response, document),
  );
  const successes = answers.filter(({ status }) => status.startsWith("2"));
  const query = parameters.filter((parameter) => parameter.in === "query");
  const body = bodyOf(operation, fail);
  const paging = httpMethod === "get" ? pagingOf(query, successes, document) : undefined;
  return {
    ...resourcePath,
    name: resourcePath.verb ?? verbOf(operation.operationId),
    operation,
    httpMethod,
    path,
    pathParameters: pathParameterNames(path).map((name) => pathParameter(name, parameters)),
    query,
    ...(body && { body }),
    successes,
    failures: answers.filter(({ status }) => !status.startsWith("2")),
    ...(paging && { paging }),
    fail,
  };
}

/** A path's parameter is one even if the document forgets to declare it. */
function pathParameter(name: string, parameters: readonly Parameter[]): Parameter {
  const declared = parameters.find((parameter) => parameter.in === "path" && parameter.name === name);
  return declared ?? { name, in: "path", required: true, schema: { type: "string" } };
}

function bodyOf({ requestBody }: Operation, fail: (message: string) => Error): Body | undefined {
  if (!requestBody) return undefined;
  const { content, required = false, description } = requestBody;
  const json = jsonOf(content);
  const form = content["application/x-www-form-urlencoded"];
  if (!json && !form)
    throw fail(`the body can be sent as JSON or as a form, not as ${Object.keys(content).join(", ")}`);
  return {
    ...(json ?? form),
    encoding: json ? "json" : "form",
    required,
    ...(description !== undefined && { description }),
  };
}

function toAnswer(status: string, response: Response, document: OpenApiDocument): Answer {
  const { $ref } = response;
  const { description = "", content = {} } =
    $ref === undefined ? response : (document.components.responses[componentName($ref)] ?? {});
  return { status, description, content: jsonOf(content) ?? Object.values(content)[0] };
}

function jsonOf(content: Content): MediaType | undefined {
  return Object.entries(content).find(([type]) => /[/+]json\b/.test(type))?.[1];
}
