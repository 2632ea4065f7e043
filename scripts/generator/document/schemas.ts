import type {
  Content,
  Header,
  HttpMethod,
  OpenApiDocument,
  Operation,
  Parameter,
  PathItem,
  Response,
  Schema,
} from "./openapi.js";
import { HTTP_METHODS } from "./openapi.js";
import type { Pointer } from "./pointer.js";
import { replaced, replaceItems, replaceValues } from "./records.js";

/** Gives what takes the place of a schema. */
export type MapSchema = (schema: Schema, pointer: Pointer) => Schema;

/*
 * What is mapped is copied where it changes, and nowhere else: a document goes through many stages, most of which change
 * little of it.
 */

/** Maps every schema of a document, at any depth: the schemas within a schema before the schema itself. */
export function mapSchemas(document: OpenApiDocument, map: MapSchema): OpenApiDocument {
  const deep: MapSchema = (schema, pointer) => map(mapChildren(schema, deep, pointer), pointer);
  return mapRootSchemas(document, deep);
}

/** Maps the outermost schemas of a document: those of components, parameters, headers, bodies and responses. */
export function mapRootSchemas(document: OpenApiDocument, map: MapSchema): OpenApiDocument {
  const { schemas, responses } = document.components;
  return replaced(document, {
    paths: mapOperations(document.paths, (operation, pointer) => mapOperation(operation, map, pointer)),
    components: replaced(document.components, {
      schemas: replaceValues(schemas, (schema, name) => map(schema, ["components", "schemas", name])),
      responses: replaceValues(responses, (response, name) =>
        mapResponse(response, map, ["components", "responses", name]),
      ),
    }),
  });
}

/** Maps every operation; the pointer is `["paths", path, method]`. */
export function mapOperations(
  paths: OpenApiDocument["paths"],
  replace: (operation: Operation, pointer: readonly ["paths", string, HttpMethod]) => Operation,
): OpenApiDocument["paths"] {
  return replaceValues(paths, (item, path): PathItem => {
    const operations: Partial<Record<HttpMethod, Operation>> = {};
    for (const method of HTTP_METHODS) {
      const operation = item[method];
      if (operation) operations[method] = replace(operation, ["paths", path, method]);
    }
    return replaced(item, operations);
  });
}

/** The keys of a schema that hold several schemas: a list of them, or some by their names. */
const LISTED = ["prefixItems", "allOf", "anyOf", "oneOf"] as const;
const NAMED = ["properties", "patternProperties"] as const;

const HOLDING: ReadonlySet<string> = new Set([...NAMED, ...LISTED, "items"]);

/** Whether a schema holds others: most do not, and every stage asks. */
function isHolder(schema: Schema): boolean {
  for (const key in schema) if (HOLDING.has(key)) return true;
  return typeof schema.additionalProperties === "object";
}

/** Maps the schemas directly within a schema. Without its pointer, theirs are empty. */
export function mapChildren(schema: Schema, map: MapSchema, pointer?: Pointer): Schema {
  if (!isHolder(schema)) return schema;
  const changes: { -readonly [K in keyof Schema]?: Schema[K] } = {};
  for (const key of NAMED) {
    const held = schema[key];
    if (held) changes[key] = replaceValues(held, (child, name) => map(child, within(pointer, key, name)));
  }
  const { items, additionalProperties } = schema;
  if (items !== undefined) changes.items = map(items, within(pointer, "items"));
  if (typeof additionalProperties === "object")
    changes.additionalProperties = map(additionalProperties, within(pointer, "additionalProperties"));
  for (const key of LISTED) {
    const held = schema[key];
    if (held)
      changes[key] = replaceItems(held, (child, index) => map(child, within(pointer, key, String(index))));
  }
  return replaced(schema, changes);
}

function within(pointer: Pointer | undefined, ...keys: Pointer): Pointer {
  return pointer ? [...pointer, ...keys] : [];
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
  return replaced(operation, {
    ...(parameters && {
      parameters: replaceItems(parameters, (parameter, index) =>
        mapParameter(parameter, map, [...pointer, "parameters", String(index)]),
      ),
    }),
    ...(requestBody && {
      requestBody: replaced(requestBody, {
        content: mapContent(requestBody.content, map, [...pointer, "requestBody", "content"]),
      }),
    }),
    responses: replaceValues(responses, (response, status) =>
      mapResponse(response, map, [...pointer, "responses", status]),
    ),
  });
}

function mapParameter(parameter: Parameter, map: MapSchema, pointer: Pointer): Parameter {
  const { content } = parameter;
  if (!content) return mapSchemaOf(parameter, map, pointer);
  return replaced(parameter, { content: mapContent(content, map, [...pointer, "content"]) });
}

function mapResponse(response: Response, map: MapSchema, pointer: Pointer): Response {
  const { headers, content } = response;
  return replaced(response, {
    ...(headers && {
      headers: replaceValues(headers, (header: Header, name) =>
        mapSchemaOf(header, map, [...pointer, "headers", name]),
      ),
    }),
    ...(content && { content: mapContent(content, map, [...pointer, "content"]) }),
  });
}

function mapContent(content: Content, map: MapSchema, pointer: Pointer): Content {
  return replaceValues(content, (mediaType, name) => mapSchemaOf(mediaType, map, [...pointer, name]));
}

function mapSchemaOf<T extends { readonly schema?: Schema }>(holder: T, map: MapSchema, pointer: Pointer): T {
  if (!holder.schema) return holder;
  return replaced<{ readonly schema?: Schema }>(holder, {
    schema: map(holder.schema, [...pointer, "schema"]),
  }) as T;
}
