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
import { mayReturnList } from "./may-return-list.js";
import { bodiesOf, type Body } from "./request-bodies.js";
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
  readonly headers: readonly Parameter[];
  /** The body in each of its media types, the default first; none if the request has no body. */
  readonly bodies: readonly Body[];
  readonly successes: readonly DeclaredResponse[];
  readonly failures: readonly DeclaredResponse[];
  readonly paging?: Paging;
  /** A success may be a list that is not paged. */
  readonly mayReturnList?: true;
}

/** A response that the document declares. */
export interface DeclaredResponse {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly description: string;
  /** What is in its body; undefined when it has none. */
  readonly content: MediaType | undefined;
  /** How its body is read, where it is not JSON. */
  readonly parseAs?: "text" | "blob";
}

const JSON_TYPE = "application/json";

export function methodsOf(document: OpenApiDocument): readonly Method[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    HTTP_METHODS.flatMap((httpMethod) => {
      const operation = item[httpMethod];
      return operation ? [toMethod(path, httpMethod, operation, document)] : [];
    }),
  );
}

function toMethod(
  path: string,
  httpMethod: HttpMethod,
  operation: Operation,
  document: OpenApiDocument,
): Method {
  const resourcePath = parsePath(path);
  const { parameters = [] } = operation;
  const responses = Object.entries(operation.responses).map(([status, response]) =>
    declaredResponse(status, response, document),
  );
  const declared = responses.filter(({ status }) => status.startsWith("2"));
  // Some documents describe only the success, as `default`.
  const successes = declared.length > 0 ? declared : responses.filter(({ status }) => status === "default");
  const query = parameters.filter((parameter) => parameter.in === "query");
  const paging = httpMethod === "get" ? pagingOf(query, successes[0]?.content?.schema, document) : undefined;
  return {
    ...resourcePath,
    name: resourcePath.verb ?? verbOf(operation.operationId),
    operation,
    httpMethod,
    path,
    pathParameters: pathParameterNames(path).map((name) => pathParameter(name, parameters)),
    query,
    headers: parameters.filter((parameter) => parameter.in === "header"),
    bodies: bodiesOf(operation, document),
    successes,
    failures: responses.filter((response) => !successes.includes(response)),
    ...(paging ? { paging } : mayReturnList(successes, document) && { mayReturnList: true as const }),
  };
}

/** A path's parameter is one even if the document forgets to declare it. */
function pathParameter(name: string, parameters: readonly Parameter[]): Parameter {
  const declared = parameters.find((parameter) => parameter.in === "path" && parameter.name === name);
  return declared ?? { name, in: "path", required: true, schema: { type: "string" } };
}

function declaredResponse(status: string, response: Response, document: OpenApiDocument): DeclaredResponse {
  const { description = "", content = {} } = resolveResponse(response, document);
  const [type = "", body] = jsonOf(content) ?? Object.entries(content)[0] ?? [];
  if (!body || isJson(type)) return { status, description, content: body };
  return { status, description, content: body, parseAs: type.startsWith("text/") ? "text" : "blob" };
}

/** A response, or the component that it refers to. */
export function resolveResponse(response: Response, { components }: OpenApiDocument): Response {
  const { $ref } = response;
  return $ref === undefined ? response : (components.responses[componentName($ref)] ?? {});
}

/** The plain JSON of a content, else the first that is JSON by its suffix. */
function jsonOf(content: Content): readonly [string, MediaType] | undefined {
  const plain = content[JSON_TYPE];
  return plain ? [JSON_TYPE, plain] : Object.entries(content).find(([type]) => isJson(type));
}

function isJson(type: string): boolean {
  return /[/+]json\b/.test(type);
}
