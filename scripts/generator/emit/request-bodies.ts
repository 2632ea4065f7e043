import { bodyFormatOf, type BodyFormat } from "../document/body-format.js";
import { fixedValue } from "../document/fixed-value.js";
import { jsonKinds, type JsonKind } from "../document/json-kinds.js";
import type { Encoding, MediaType, OpenApiDocument, Operation, Schema } from "../document/openapi.js";
import { mapValues } from "../document/records.js";
import { code } from "./literal.js";

/** The body of a request in one of its media types. */
export interface Body extends MediaType {
  readonly mediaType: string;
  readonly format: BodyFormat;
  readonly required: boolean;
  readonly description?: string;
}

const JSON_TYPE = "application/json";

/** The bodies that a request may have; the first is the one that it has by default. */
export function bodiesOf({ requestBody }: Operation, document: OpenApiDocument): readonly Body[] {
  if (!requestBody) return [];
  const { content, required = false, description } = requestBody;
  const bodies = Object.entries(content).map(([mediaType, body]): Body => ({
    ...body,
    mediaType,
    format: bodyFormatOf(mediaType, body, document),
    required,
    ...(description !== undefined && { description }),
  }));
  const usual =
    bodies.find(({ mediaType }) => mediaType === JSON_TYPE) ??
    bodies.find(({ format }) => format === "json") ??
    bodies.find(({ format }) => format === "form") ??
    bodies[0];
  return usual ? [usual, ...bodies.filter((body) => body !== usual)] : [];
}

const STYLES = ["style", "explode", "allowReserved"];
const SERIALIZERS = { form: "serializeForm", multipart: "serializeMultipart" } as const;

/**
 * What the table of operations says of the body of a request; see `src/operation.ts`.
 *
 * @param used receives the names of the functions that write it
 */
export function bodyEntry(bodies: readonly Body[], document: OpenApiDocument, used: Set<string>): object {
  const [usual, ...others] = bodies;
  if (!usual) return {};
  const formatOf = ({ format, encoding = {} }: Body): unknown => {
    if (format === "json" || format === "raw") return format;
    const fields = fieldsOf(encoding, format);
    const isStyled = Object.values(fields).some((field) => STYLES.some((key) => key in field));
    const serializer = isStyled ? "serializeStyledForm" : SERIALIZERS[format];
    used.add(serializer);
    const hasFields = Object.keys(fields).length > 0;
    return { serialize: code(serializer), ...(hasFields && { fields }) };
  };
  const isPlain = others.length === 0 && usual.mediaType === JSON_TYPE;
  if (!isPlain) used.add("encodeBody");
  const may = (kind: JsonKind): boolean =>
    bodies.some(({ format, schema = {} }) => format === "json" && jsonKinds(schema, document).has(kind));
  return {
    body: isPlain
      ? "json"
      : {
          encode: code("encodeBody"),
          formats: Object.fromEntries(bodies.map((body) => [body.mediaType, formatOf(body)])),
        },
    ...(!usual.required && { optionalBody: true }),
    ...(may("scalar") && { scalarBody: true }),
    ...(may("null") && { nullBody: true }),
  };
}

/** The encoding of the fields of a form, as far as the document has one and the format allows it. */
function fieldsOf(
  encoding: Readonly<Record<string, Encoding>>,
  format: "form" | "multipart",
): Record<string, object> {
  const fields = mapValues(encoding, ({ contentType, headers = {}, ...style }): object => {
    const { style: kind, explode, allowReserved } = style;
    const fixed = Object.entries(headers).flatMap(([name, { schema }]): [string, string][] => {
      const value = fixedValue(schema ?? {});
      return value === undefined || /^content-(type|disposition|transfer-encoding)$/i.test(name)
        ? []
        : [[name, value]];
    });
    const isForm = format === "form";
    return {
      ...(contentType !== undefined && { contentType }),
      ...(!isForm && fixed.length > 0 && { headers: Object.fromEntries(fixed) }),
      ...(isForm && kind !== undefined && { style: kind }),
      ...(isForm && explode !== undefined && { explode }),
      ...(isForm && allowReserved && { allowReserved }),
    };
  });
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => Object.keys(field).length > 0));
}

/**
 * The type of a body.
 *
 * @param typeOf prints the type of a schema
 */
export function bodyType({ format, mediaType, schema }: Body, typeOf: (schema: Schema) => string): string {
  switch (format) {
    case "json":
      return schema ? typeOf(schema) : "unknown";
    case "form":
      return `${schema ? typeOf(schema) : "Record<string, unknown>"} | URLSearchParams`;
    case "multipart":
      return `${schema ? typeOf(schema) : "Record<string, unknown>"} | FormData`;
    case "raw":
      return schema && isTypedText(mediaType, schema) ? typeOf(schema) : 'NonNullable<RequestInit["body"]>';
  }
}

/** Text of which the document says more than that it is text. */
function isTypedText(mediaType: string, { type, enum: values }: Schema): boolean {
  return (
    mediaType.startsWith("text/") &&
    (values !== undefined || ["number", "integer", "boolean"].includes(String(type)))
  );
}
