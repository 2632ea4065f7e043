import { isJsonType } from "../document/media-types.js";
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
  type Schema,
} from "../document/openapi.js";
import { componentName } from "../document/references.js";
import { parsePath, pathParameterNames, type ResourcePath } from "../document/resource-path.js";
import { isSuccess } from "../normalise/5-operations/declare-successes.js";
import { mayBeNull } from "./may-be-null.js";
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
  /** A success may be the JSON `null`. */
  readonly nullable?: true;
  /** A success may be a list that is not paged. */
  readonly mayReturnList?: true;
}

/** A response that the document declares. */
export interface DeclaredResponse {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly description: string;
  /** What may be in its body, by media type; nothing when it has none. */
  readonly content: Content;
  /** True for a component of the document, which says the same of other operations. */
  readonly isShared: boolean;
}

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
  const { parameters = [] } = operation;
  const responses = Object.entries(operation.responses).map(([status, response]) =>
    declaredResponse(status, response, document),
  );
  const successes = responses.filter(({ status }) => isSuccess(status));
  const json = successes.flatMap(({ content }) => Object.entries(content).flatMap(jsonSchema));
  const query = parameters.filter((parameter) => parameter.in === "query");
  const paging = httpMethod === "get" ? pagingOf(query, json[0], document) : undefined;
  return {
    ...placeOf(path, operation),
    operation,
    httpMethod,
    path,
    pathParameters: pathParameterNames(path).map((name) => pathParameter(name, parameters)),
    query,
    headers: parameters.filter((parameter) => parameter.in === "header"),
    bodies: bodiesOf(operation, document),
    successes,
    failures: responses.filter((response) => !successes.includes(response)),
    ...(json.some((schema) => mayBeNull(schema, document)) && { nullable: true as const }),
    ...(paging ? { paging } : mayReturnList(json, document) && { mayReturnList: true as const }),
  };
}

/** A path may end in what is done: `/connectors/{name}/pause`, `pauseConnector`, is `connectors.pause(name)`. */
function placeOf(path: string, { operationId }: Operation): ResourcePath & Pick<Method, "name"> {
  const place = parsePath(path);
  const name = place.verb ?? verbOf(operationId);
  const isLiteral = place.verb === undefined && !path.endsWith("}") && place.resource.length > 1;
  const endsInVerb = isLiteral && place.resource.at(-1) === name;
  return { ...place, name, resource: endsInVerb ? place.resource.slice(0, -1) : place.resource };
}

/** A path's parameter is one even if the document forgets to declare it. */
function pathParameter(name: string, parameters: readonly Parameter[]): Parameter {
  const declared = parameters.find((parameter) => parameter.in === "path" && parameter.name === name);
  return declared ?? { name, in: "path", required: true, schema: { type: "string" } };
}

function declaredResponse(status: string, response: Response, document: OpenApiDocument): DeclaredResponse {
  const { description = "", content = {} } = resolveResponse(response, document);
  return { status, description, content, isShared: response.$ref !== undefined };
}

/** The schema of a body that is one JSON text. */
function jsonSchema([type, { schema = {} }]: readonly [string, MediaType]): readonly Schema[] {
  return isJsonType(type) && !schema["x-read-as"] ? [schema] : [];
}

/** A response, or the component that it refers to. */
export function resolveResponse(response: Response, { components }: OpenApiDocument): Response {
  const { $ref } = response;
  return $ref === undefined ? response : (components.responses[componentName($ref)] ?? {});
}
