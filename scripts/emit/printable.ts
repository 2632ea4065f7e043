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
import { mapValues } from "../document/records.js";
import { mapChildren } from "../document/schemas.js";
import { operationComment, parameterComment, parameterText, schemaComment } from "./describe.js";
import { wrap } from "./comment.js";

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
  };
}

export function toPrintable({ paths, components }: OpenApiDocument): Printable {
  return {
    paths: mapValues(paths, (item) =>
      Object.fromEntries(
        HTTP_METHODS.flatMap((method) => (item[method] ? [[method, printableOperation(item[method])]] : [])),
      ),
    ),
    components: {
      schemas: mapValues(components.schemas, printableSchema),
      responses: mapValues(components.responses, printableResponse),
    },
  };
}

export function printableSchema(schema: Schema): PrintableSchema {
  const known = schema["x-extensible-enum"];
  const mapped = mapChildren(unionsIntersected(schema), printableSchema);
  const kept = TYPE_KEYS.flatMap((key) => (mapped[key] === undefined ? [] : [[key, mapped[key]] as const]));
  const type: PrintableSchema = known ? openEnum(schema, known) : Object.fromEntries(kept);
  return { ...type, ...titled(schemaComment(schema)) };
}

/**
 * A schema whose union is beside whatever else it says. openapi-typescript would make members of a union of that too,
 * for `anyOf` always, and for `oneOf` where all members are primitive.
 */
function unionsIntersected(schema: Schema): Schema {
  const { type, properties, oneOf, anyOf, ...others } = schema;
  const unions = [oneOf, anyOf].filter((union) => union !== undefined);
  const [union, ...more] = unions;
  if (!union) return schema;
  // What each member says of its type, nobody else needs to say.
  const isSaid = type !== "object" && union.every((member) => member.$ref ?? member.type ?? member.enum);
  const rest: Schema = {
    ...others,
    ...(type !== undefined && !isSaid && type !== "object" && { type }),
    ...(properties && { type: "object", properties }),
  };
  const isAlone = more.length === 0 && !TYPE_KEYS.some((key) => key !== "nullable" && key in rest);
  if (isAlone) return { ...rest, oneOf: union };
  const members = unions.map((members): Schema => ({ oneOf: members }));
  return { ...rest, allOf: [...(rest.allOf ?? []), ...members] };
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
  const { operationId, parameters = [], requestBody, responses } = operation;
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
    responses: mapValues(responses, printableResponse),
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

function printableResponse({ $ref, description = "", headers, content }: Response): object {
  if ($ref !== undefined) return { $ref };
  return {
    ...titled(wrap(description)),
    ...(headers && { headers: mapValues(headers, printableHeader) }),
    ...(content && { content: printableContent(content) }),
  };
}

function printableContent(content: Content): object {
  return mapValues(content, ({ schema }) => (schema ? { schema: printableSchema(schema) } : {}));
}

function titled(comment: string): { readonly title?: string } {
  return comment === "" ? {} : { title: comment };
}
