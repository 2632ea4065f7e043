import type { Content, OpenApiDocument, Parameter, Schema } from "../document/openapi.js";
import { omit } from "../document/records.js";
import { comment } from "./comment.js";
import type { ServiceTexts } from "./describe-service.js";
import { printKey } from "./literal.js";
import { resolveResponse, type Method } from "./methods.js";
import type { TypeOf } from "./openapi-typescript.js";
import { printType } from "./print-types.js";
import { printableParameters, printableSchema } from "./printable.js";
import { bodyType, type Body } from "./request-bodies.js";
import { groupBy } from "./resource-tree.js";

/** What paths are printed with. */
interface PathsContext {
  readonly document: OpenApiDocument;
  readonly texts: ServiceTexts;
  readonly queryNames: ReadonlyMap<string, string>;
  readonly typeOf: TypeOf;
  /** Receives the names of the types that are mentioned. */
  readonly used: Set<string>;
}

/**
 * The paths of a service, for openapi-fetch. They are written with the client's `PathItem` and `PathOperation`, which
 * spell them out in the form of openapi-typescript.
 */
export function pathsInterface(methods: readonly Method[], context: PathsContext): string {
  const items = [...groupBy(methods, ({ path }) => path)].map(([path, group]) => {
    const operations = group.map(
      (method) => `    ${method.httpMethod}: ${printOperation(method, context)};\n`,
    );
    return `  ${JSON.stringify(path)}: PathItem<{\n${operations.join("")}  }>;\n`;
  });
  if (items.length > 0) context.used.add("PathItem");
  const text = `The paths ${context.texts.scope}, as openapi-fetch takes them.`;
  return `${comment(text)}export interface paths {\n${items.join("")}}\n`;
}

/** The same operations by their ids: `operations["getLibraryV1Book"]`, as openapi-typescript has them. */
export function operationsInterface(methods: readonly Method[], { scope }: ServiceTexts): string {
  const members = methods.map(
    ({ operation, path, httpMethod }) =>
      `  ${printKey(operation.operationId)}: paths[${JSON.stringify(path)}]["${httpMethod}"];\n`,
  );
  const text = `The operations ${scope}, by their ids.`;
  return `${comment(text)}export interface operations {\n${members.join("")}}\n`;
}

function printOperation(method: Method, context: PathsContext): string {
  context.used.add("PathOperation");
  const [request, responses] = [printRequest(method, context), printResponses(method, context)];
  return `PathOperation<\n      ${request},\n      ${responses}\n    >`;
}

/** What a request takes: `{ path: { id: string }; query: GetIntegrationQuery }`. */
function printRequest(
  { operation, pathParameters, query, headers, bodies }: Method,
  context: PathsContext,
): string {
  const { requestBody, operationId } = operation;
  const members: string[] = [];
  const add = (name: string, isRequired: boolean, type: string): void => {
    members.push(`${name}${isRequired ? "" : "?"}: ${type}`);
  };
  const addParameters = (place: string, found: readonly Parameter[], type?: string): void => {
    if (found.length === 0) return;
    add(
      place,
      found.some(({ required }) => required),
      type ?? printParameters(found, context),
    );
  };

  addParameters(
    "path",
    pathParameters.map((parameter) => ({ ...parameter, required: true })),
  );
  const queryName = context.queryNames.get(operationId);
  if (queryName !== undefined) context.used.add(queryName);
  addParameters("query", query, queryName);
  addParameters("header", headers);
  if (requestBody) add("body", requestBody.required === true, printBodies(bodies, context));
  return members.length === 0 ? "{}" : `{ ${members.join("; ")} }`;
}

/** What may come back, by status; statuses of the same content together. */
function printResponses({ operation }: Method, context: PathsContext): string {
  const contents = Object.entries(operation.responses).map(([status, response]) => ({
    status: /^\d+$/.test(status) ? status : JSON.stringify(status),
    content: printContent(resolveResponse(response, context.document).content, context),
  }));
  const groups = [...groupBy(contents, ({ content }) => content)];
  const single = groups.flatMap(([, [first, ...more]]) =>
    more.length === 0 ? [`${first.status}: ${first.content}`] : [],
  );
  const several = groups.flatMap(([content, group]) =>
    group.length === 1 ? [] : [`Record<${group.map(({ status }) => status).join(" | ")}, ${content}>`],
  );
  const parts = [...(single.length > 0 ? [`{ ${single.join("; ")} }`] : []), ...several];
  return parts.length === 0 ? "{}" : parts.join(" & ");
}

/** The bodies of a request by media type. */
function printBodies(bodies: readonly Body[], context: PathsContext): string {
  const typeOf = (schema: Schema): string => printSchema(schema, context);
  return printTypes(
    bodies.map((body) => ({ mediaType: body.mediaType, type: bodyType(body, typeOf) })),
    context,
  );
}

/** The bodies of a response by media type; `never` where there is none. */
function printContent(content: Content | undefined, context: PathsContext): string {
  const types = Object.entries(content ?? {}).map(([mediaType, { schema }]) => ({
    mediaType,
    type: schema ? printSchema(schema, context) : "unknown",
  }));
  return printTypes(types, context);
}

function printSchema(schema: Schema, { typeOf, used }: PathsContext): string {
  return printType(typeOf(printableSchema(schema)), used);
}

function printTypes(
  types: readonly { readonly mediaType: string; readonly type: string }[],
  context: PathsContext,
): string {
  const [first, ...more] = types;
  if (!first) return "never";
  if (more.length > 0 || first.mediaType !== "application/json") {
    return `{ ${types.map(({ mediaType, type }) => `${printKey(mediaType)}: ${type}`).join("; ")} }`;
  }
  context.used.add("JsonContent");
  return `JsonContent<${first.type}>`;
}

/** Parameters without comments, which are with the query, or with the arguments of the method. */
function printParameters(parameters: readonly Parameter[], { typeOf, used }: PathsContext): string {
  const { properties = {}, required = [] } = printableParameters(parameters);
  const members = Object.entries(properties).map(([name, schema]) => {
    const mark = required.includes(name) ? "" : "?";
    return `${printKey(name)}${mark}: ${printType(typeOf(omit(schema, "title")), used)}`;
  });
  return `{ ${members.join("; ")} }`;
}
