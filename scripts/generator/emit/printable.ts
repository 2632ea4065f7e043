import type {
  Content,
  Header,
  OpenApiDocument,
  Operation,
  Parameter,
  Response,
  Schema,
} from "../document/openapi.js";
import { HTTP_METHODS } from "../document/openapi.js";
import { formatReference } from "../document/pointer.js";
import { mapValues } from "../document/records.js";
import { mapChildren } from "../document/schemas.js";
import { operationComment, parameterComment, parameterText, schemaComment } from "./describe.js";
import { wrap } from "./comment.js";
import { intersectUnions } from "./intersect-unions.js";

/**
 * What a type is made of. All else that a schema says goes into its comment: for `default`, openapi-typescript would
 * require a property that may be left out, and for `readOnly` it would print a modifier.
 */
const TYPE_KEYS = [
  "$ref",
  "type",
  "enum",
  "const",
  "nullable",
  "required",
  "properties",
  "items",
  "prefixItems",
  "minItems",
  "maxItems",
  "additionalProperties",
  "patternProperties",
  "allOf",
  "anyOf",
  "oneOf",
  "x-unknown-kind",
] as const satisfies readonly (keyof Schema)[];

/** A schema in the form that `toTypes` understands. */
export interface PrintableSchema extends Pick<Schema, (typeof TYPE_KEYS)[number]> {
  /** The comment: the one text that openapi-typescript prints as it is. */
  readonly title?: string;
  /** Any value of the `type`, beside those that other members of the union name. */
  readonly "x-any-other"?: true;
}

/** A document as openapi-typescript is to print it: with nothing but types, and comments that are ready. */
export interface Printable {
  readonly paths: object;
  readonly components: {
    readonly schemas: Readonly<Record<string, PrintableSchema>>;
    readonly responses: object;
    readonly headers: object;
  };
}

export function toPrintable({ paths, components }: OpenApiDocument): Printable {
  const { headers = {} } = components;
  const names = new Map(Object.entries(headers).map(([name, header]) => [header, name]));
  const responses = (record: Readonly<Record<string, Response>>): object =>
    mapValues(record, (response) => printableResponse(response, names));
  return {
    paths: mapValues(paths, (item) =>
      Object.fromEntries(
        HTTP_METHODS.flatMap((method) => {
          const operation = item[method];
          if (!operation) return [];
          return [[method, { ...printableOperation(operation), responses: responses(operation.responses) }]];
        }),
      ),
    ),
    components: {
      schemas: mapValues(components.schemas, printableSchema),
      responses: responses(components.responses),
      headers: mapValues(headers, printableHeader),
    },
  };
}

export function printableSchema(schema: Schema): PrintableSchema {
  const known = schema["x-extensible-enum"];
  const mapped = mapChildren(intersectUnions(schema), printableSchema);
  const kept = TYPE_KEYS.flatMap((key) => (mapped[key] === undefined ? [] : [[key, mapped[key]] as const]));
  const type: PrintableSchema = known ? openEnum(schema, known) : Object.fromEntries(kept);
  return { ...type, ...titled(schemaComment(schema)) };
}

/** `"AWS" | (string & {})`: an editor offers the values that are known, and others are accepted. */
function openEnum({ type = "string", nullable }: Schema, known: readonly unknown[]): PrintableSchema {
  const members: PrintableSchema[] = [
    ...known.map((value) => ({ type, enum: [value] })),
    { type, "x-any-other": true },
  ];
  return { anyOf: members, ...(nullable && { nullable }) };
}

function printableOperation(operation: Operation): object {
  const { operationId, parameters = [], requestBody } = operation;
  return {
    operationId,
    ...titled(operationComment(operation)),
    parameters: parameters.map(printableParameter),
    ...(requestBody && {
      requestBody: {
        ...titled(wrap(requestBody.description ?? "")),
        required: requestBody.required,
        content: printableContent(requestBody.content),
      },
    }),
  };
}

function printableParameter(parameter: Parameter): object {
  const { name, in: place } = parameter;
  return { ...printableHeader(parameter), name, in: place, ...titled(parameterComment(parameter)) };
}

function printableHeader(header: Header): object {
  const { required, schema } = header;
  return { required, ...(schema && { schema: printableSchema(schema) }), ...titled(parameterText(header)) };
}

/** @param names of the headers that are components, whose comments are there */
function printableResponse(
  { $ref, description = "", headers, content }: Response,
  names: ReadonlyMap<Header, string>,
): object {
  if ($ref !== undefined) return { $ref };
  const printed = (header: Header): object => {
    const name = names.get(header);
    if (name === undefined) return printableHeader(header);
    return { required: header.required, schema: { $ref: formatReference(["components", "headers", name]) } };
  };
  return {
    ...titled(wrap(description)),
    ...(headers && { headers: mapValues(headers, printed) }),
    ...(content && { content: printableContent(content) }),
  };
}

function printableContent(content: Content): object {
  return mapValues(content, ({ schema }) => (schema ? { schema: printableSchema(schema) } : {}));
}

function titled(comment: string): { readonly title?: string } {
  return comment === "" ? {} : { title: comment };
}
