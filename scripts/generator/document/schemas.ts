import type {
  Content,
  Header,
  OpenApiDocument,
  Operation,
  Parameter,
  PathItem,
  Response,
  Schema,
} from "./openapi.js";
import { HTTP_METHODS } from "./openapi.js";
import type { Pointer } from "./pointer.js";
import { mapValues } from "./records.js";

/** Gives what takes the place of a schema. */
export type MapSchema = (schema: Schema, pointer: Pointer) => Schema;

/** Copies a document with every schema mapped, at any depth: the schemas within a schema before the schema itself. */
export function mapSchemas(document: OpenApiDocument, map: MapSchema): OpenApiDocument {
  const deep: MapSchema = (schema, pointer) => map(mapChildren(schema, deep, pointer), pointer);
  return mapRootSchemas(document, deep);
}

/** Copies a document with its outermost schemas mapped: those of components, parameters, headers, bodies and responses. */
export function mapRootSchemas(document: OpenApiDocument, map: MapSchema): OpenApiDocument {
  const { schemas, responses } = document.components;
  return {
    ...document,
    paths: mapOperations(document.paths, (operation, pointer) => mapOperation(operation, map, pointer)),
    components: {
      ...document.components,
      schemas: mapValues(schemas, (schema, name) => map(schema, ["components", "schemas", name])),
      responses: mapValues(responses, (response, name) =>
        mapResponse(response, map, ["components", "responses", name]),
      ),
    },
  };
}

/** Copies paths with every operation replaced; the pointer is `["paths", path, method]`. */
export function mapOperations(
  paths: OpenApiDocument["paths"],
  replace: (
    operation: Operation,
    pointer: readonly ["paths", string, (typeof HTTP_METHODS)[number]],
  ) => Operation,
): OpenApiDocument["paths"] {
  return mapValues(paths, (item, path): PathItem => {
    const operations = HTTP_METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [[method, replace(operation, ["paths", path, method])] as const] : [];
    });
    return { ...item, ...Object.fromEntries(operations) };
  });
}

/** The keys of a schema that hold other schemas. */
const HOLDERS = [
  "properties",
  "patternProperties",
  "items",
  "prefixItems",
  "additionalProperties",
  "allOf",
  "anyOf",
  "oneOf",
] as const satisfies readonly (keyof Schema)[];

/** Copies a schema with the schemas directly within it mapped. */
export function mapChildren(schema: Schema, map: MapSchema, pointer: Pointer = []): Schema {
  if (!HOLDERS.some((key) => schema[key] !== undefined)) return schema;
  const { items, additionalProperties } = schema;
  const named = (key: "properties" | "patternProperties"): Pick<Schema, typeof key> => {
    const record = schema[key];
    return record ? { [key]: mapValues(record, (child, name) => map(child, [...pointer, key, name])) } : {};
  };
  const listed = (key: "allOf" | "anyOf" | "oneOf" | "prefixItems"): Pick<Schema, typeof key> => {
    const list = schema[key];
    return list ? { [key]: list.map((child, index) => map(child, [...pointer, key, String(index)])) } : {};
  };
  return {
    ...schema,
    ...named("properties"),
    ...named("patternProperties"),
    ...(items !== undefined && { items: map(items, [...pointer, "items"]) }),
    ...(typeof additionalProperties === "object" && {
      additionalProperties: map(additionalProperties, [...pointer, "additionalProperties"]),
    }),
    ...listed("prefixItems"),
    ...listed("allOf"),
    ...listed("anyOf"),
    ...listed("oneOf"),
  };
}

/** Visits a schema and all schemas within it. */
export function eachSchema(
  schema: Schema,
  visit: (schema: Schema, pointer: Pointer) => void,
  pointer: Pointer,
): void {
  visit(schema, pointer);
  mapChildren(
    schema,
    (child, place) => {
      eachSchema(child, visit, place);
      return child;
    },
    pointer,
  );
}

/** The schemas directly within a schema. */
export function childrenOf(schema: Schema): readonly Schema[] {
  const children: Schema[] = [];
  mapChildren(schema, (child) => {
    children.push(child);
    return child;
  });
  return children;
}

function mapOperation(operation: Operation, map: MapSchema, pointer: Pointer): Operation {
  const { parameters, requestBody, responses } = operation;
  return {
    ...operation,
    ...(parameters && {
      parameters: parameters.map((parameter, index) =>
        mapParameter(parameter, map, [...pointer, "parameters", String(index)]),
      ),
    }),
    ...(requestBody && {
      requestBody: {
        ...requestBody,
        content: mapContent(requestBody.content, map, [...pointer, "requestBody", "content"]),
      },
    }),
    responses: mapValues(responses, (response, status) =>
      mapResponse(response, map, [...pointer, "responses", status]),
    ),
  };
}

function mapParameter(parameter: Parameter, map: MapSchema, pointer: Pointer): Parameter {
  const { content } = parameter;
  if (!content) return mapSchemaOf(parameter, map, pointer);
  return { ...parameter, content: mapContent(content, map, [...pointer, "content"]) };
}

function mapResponse(response: Response, map: MapSchema, pointer: Pointer): Response {
  const { headers, content } = response;
  return {
    ...response,
    ...(headers && {
      headers: mapValues(headers, (header: Header, name) =>
        mapSchemaOf(header, map, [...pointer, "headers", name]),
      ),
    }),
    ...(content && { content: mapContent(content, map, [...pointer, "content"]) }),
  };
}

function mapContent(content: Content, map: MapSchema, pointer: Pointer): Content {
  return mapValues(content, (mediaType, name) => mapSchemaOf(mediaType, map, [...pointer, name]));
}

function mapSchemaOf<T extends { readonly schema?: Schema }>(holder: T, map: MapSchema, pointer: Pointer): T {
  return holder.schema ? { ...holder, schema: map(holder.schema, [...pointer, "schema"]) } : holder;
}
