import { METHODS } from "./methods.js";
import { plainTemplate, splitQuery, type WithOwnQuery } from "./path-template.js";
import { serversFrom, type Server, type WithServers } from "./servers.js";
import type { OpenApiDocument } from "./read-document.js";
import type { DeclaredResponse, Parameter, RequestBody, SecurityScheme, WithExamples } from "./schema.js";

/** An operation as its document has it. */
export interface DocumentOperation extends WithOwnQuery {
  /** The `operationId`. Without one, the method and the path; of two that are the same, the later has its path added, as in generated modules. */
  readonly id: string;
  /** In capitals. */
  readonly method: string;
  /** As the document has it, such as `/pim/v1/integrations/{id}`; a query in it is a part of it. */
  readonly path: string;
  /** The path without a query, in names: `["pim", "v1", "integrations", "{id}"]`. */
  readonly segments: readonly string[];
  /** Those of the path item included. */
  readonly parameters: readonly Parameter[];
  readonly body?: RequestBody;
  /** By status; `5XX` and `default` stand for several. */
  readonly responses: Readonly<Record<string, DeclaredResponse>>;
  /** The alternatives, each with the schemes that it needs together. None when the operation is open to everybody. */
  readonly security: readonly (readonly SecurityScheme[])[];
  readonly servers: readonly Server[];
  readonly document: OpenApiDocument;
}

type ParameterObject = Omit<Parameter, "schema" | "isJson"> &
  WithExamples & { readonly content?: Readonly<Record<string, WithExamples>> };

interface OperationObject extends WithServers {
  readonly operationId?: string;
  readonly security?: readonly object[];
  readonly parameters?: readonly ParameterObject[];
  readonly requestBody?: RequestBody;
  readonly responses?: Readonly<Record<string, DeclaredResponse>>;
}

type PathItemObject = WithServers & { readonly parameters?: readonly ParameterObject[] } & Partial<
    Readonly<Record<(typeof METHODS)[number], OperationObject>>
  >;

const known = new WeakMap<OpenApiDocument, readonly DocumentOperation[]>();

/** The operations of a document, in its order; the same objects each time. */
export function operationsOf(document: OpenApiDocument): readonly DocumentOperation[] {
  let operations = known.get(document);
  if (!operations) known.set(document, (operations = readOperations(document)));
  return operations;
}

function readOperations(document: OpenApiDocument): readonly DocumentOperation[] {
  const ids = new Set<string>();
  return Object.entries(document.content.paths ?? {}).flatMap(([path, item]) => {
    // An extension is no path.
    if (path.startsWith("x-")) return [];
    const pathItem = item as PathItemObject;
    return METHODS.flatMap((method) => {
      const operation = pathItem[method];
      return operation ? [operationOf(document, path, method, pathItem, operation, ids)] : [];
    });
  });
}

function operationOf(
  document: OpenApiDocument,
  path: string,
  method: string,
  item: PathItemObject,
  operation: OperationObject,
  ids: Set<string>,
): DocumentOperation {
  const { path: location, ownQuery } = splitQuery(path);
  return {
    id: ownId(operation.operationId, method, path, ids),
    method: method.toUpperCase(),
    path,
    segments: plainTemplate(location).replace(/^\//, "").split("/"),
    ...(ownQuery && { ownQuery }),
    parameters: parametersOf(item.parameters ?? [], operation.parameters ?? []),
    ...(operation.requestBody && { body: operation.requestBody }),
    responses: operation.responses ?? {},
    security: securityOf(document, operation.security ?? document.content.security ?? []),
    servers: serversFrom([operation, item, document.content]),
    document,
  };
}

/** @param ids those of the operations before */
function ownId(id: string | undefined, method: string, path: string, ids: Set<string>): string {
  const long = (id || method) + pascalCase(path);
  const names = id ? [id, long] : [long];
  let own = names.find((name) => !ids.has(name));
  for (let number = 2; own === undefined; number++) {
    const name = `${long}${number}`;
    if (!ids.has(name)) own = name;
  }
  ids.add(own);
  return own;
}

/** A parameter of the operation replaces one of the path item. */
function parametersOf(
  shared: readonly ParameterObject[],
  own: readonly ParameterObject[],
): readonly Parameter[] {
  const byName = new Map([...shared, ...own].map((one) => [`${one.in} ${one.name}`, one] as const));
  return [...byName.values()].map(({ content, ...parameter }) => {
    const [json] = Object.values(content ?? {});
    return json
      ? { ...parameter, ...json, schema: json.schema ?? {}, isJson: true }
      : { ...parameter, schema: parameter.schema ?? {} };
  });
}

function securityOf(document: OpenApiDocument, security: readonly object[]): DocumentOperation["security"] {
  const schemes = document.content.components?.securitySchemes ?? {};
  return security.map((alternative) =>
    Object.keys(alternative).map((name): SecurityScheme => {
      const { type, scheme, in: place, name: key } = schemes[name] ?? {};
      if (type === "oauth2" || type === "openIdConnect") return { name, kind: "bearer" };
      if (type === "http" && String(scheme).toLowerCase() === "basic") return { name, kind: "basic" };
      if (type === "http" && String(scheme).toLowerCase() === "bearer") return { name, kind: "bearer" };
      if (type === "apiKey" && (place === "query" || place === "header" || place === "cookie"))
        return { name, kind: "api-key", place: { in: place, name: String(key) } };
      return { name, kind: "other" };
    }),
  );
}

function pascalCase(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
