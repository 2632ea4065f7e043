import { bodyFormatOf } from "../../document/body-format.js";
import { essenceOf, isJsonType } from "../../document/media-types.js";
import type { Encoding, MediaType, OpenApiDocument, Schema } from "../../document/openapi.js";
import { componentName, referencesIn } from "../../document/references.js";
import { mapOperations } from "../../document/schemas.js";
import { mapValues } from "../../document/records.js";

/**
 * Marks the fields of forms that are files. A component that occurs in forms alone is marked itself; of others, the form gets
 * a copy.
 */
export function markFiles(document: OpenApiDocument): OpenApiDocument {
  const { schemas } = document.components;
  const elsewhere = reachable(document, withoutForms(document));
  const marked = new Map<string, Schema>();

  const markFields = (schema: Schema, encoding: MediaType["encoding"] = {}): Schema => {
    const { $ref, properties, allOf, oneOf, anyOf } = schema;
    const markAll = (members: readonly Schema[]): readonly Schema[] =>
      members.map((member) => markFields(member, encoding));
    const target = $ref === undefined ? undefined : schemas[componentName($ref)];
    if ($ref !== undefined && target) {
      const name = componentName($ref);
      const fields = markFields(target, encoding);
      if (JSON.stringify(fields) === JSON.stringify(target)) return schema;
      if (elsewhere.has(name)) return fields;
      marked.set(name, fields);
      return schema;
    }
    return {
      ...schema,
      ...(properties && {
        properties: mapValues(properties, (property, name) => markField(property, encoding[name])),
      }),
      ...(allOf && { allOf: markAll(allOf) }),
      ...(oneOf && { oneOf: markAll(oneOf) }),
      ...(anyOf && { anyOf: markAll(anyOf) }),
    };
  };

  const markField = (field: Schema, encoding: Encoding | undefined): Schema => {
    const target = field.$ref === undefined ? field : (schemas[componentName(field.$ref)] ?? field);
    if (isFile(target, encoding)) return { ...target, "x-file": true };
    if (target.items) return { ...target, items: markField(target.items, encoding) };
    return field;
  };

  const paths = mapOperations(document.paths, (operation) => {
    const { requestBody } = operation;
    if (!requestBody) return operation;
    const content = mapValues(requestBody.content, (mediaType, type) => {
      const { schema, encoding } = mediaType;
      if (!schema || bodyFormatOf(type, mediaType, document) !== "multipart") return mediaType;
      return { ...mediaType, schema: markFields(schema, encoding) };
    });
    return { ...operation, requestBody: { ...requestBody, content } };
  });
  const all = { ...schemas, ...Object.fromEntries(marked) };
  return { ...document, paths, components: { ...document.components, schemas: all } };
}

/** Bytes by the format of OpenAPI 3.0, by the keywords of 3.1, or by the media type of the part. */
function isFile(
  schema: Schema & { readonly contentMediaType?: unknown; readonly contentEncoding?: unknown },
  { contentType }: Encoding = {},
): boolean {
  const { type, format, contentMediaType, contentEncoding } = schema;
  if (type !== undefined && type !== "string") return false;
  if (format === "binary") return true;
  if (
    contentEncoding !== undefined ||
    Object.keys(schema).some((key) => /Of$|^\$ref$|^enum$|^properties$/.test(key))
  )
    return false;
  if (contentMediaType !== undefined) return true;
  const types = contentType?.split(",") ?? [];
  return types.some((one) => !isJsonType(one) && !essenceOf(one).startsWith("text/"));
}

/** A document without the bodies that are forms with files. */
function withoutForms(document: OpenApiDocument): OpenApiDocument["paths"] {
  return mapOperations(document.paths, (operation) => {
    const { requestBody } = operation;
    if (!requestBody) return operation;
    const others = Object.entries(requestBody.content).filter(
      ([type, body]) => bodyFormatOf(type, body, document) !== "multipart",
    );
    return { ...operation, requestBody: { ...requestBody, content: Object.fromEntries(others) } };
  });
}

/** The component schemas that some paths lead to, by way of others and of responses. */
function reachable({ components }: OpenApiDocument, paths: OpenApiDocument["paths"]): ReadonlySet<string> {
  const reached = new Set<string>();
  const follow = (node: unknown): void => {
    for (const name of [...referencesIn(node)].map(componentName)) {
      if (reached.has(name)) continue;
      reached.add(name);
      follow(components.schemas[name]);
    }
  };
  follow([paths, components.responses]);
  return reached;
}
