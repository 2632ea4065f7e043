import { isNever, type Parameter, type Schema } from "../document/openapi.js";
import { parameterSchema } from "../document/parameter-schema.js";
import { omit, pick } from "../document/records.js";
import { mapChildren } from "../document/schemas.js";
import { parameterComment, schemaComment } from "./describe.js";
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
  "x-read-as",
  "x-never",
  "x-nothing",
  "x-file",
] as const satisfies readonly (keyof Schema)[];

/** A schema in the form that `typePrinter` understands. */
export interface PrintableSchema extends Pick<Schema, (typeof TYPE_KEYS)[number]> {
  /** The comment: the one text that openapi-typescript prints as it is. */
  readonly title?: string;
  /** Any value of the `type`, beside those that other members of the union name. */
  readonly "x-any-other"?: true;
}

export function printableSchema(schema: Schema): PrintableSchema {
  if (isNever(schema)) return { type: "null", "x-never": true };
  if (schema["x-emptied"] && !hasMore(schema)) return printableSchema(closed(schema));
  const { nullable, ...others } = schema;
  // For these openapi-typescript has no type of its own, and would forget that they may be null.
  if (nullable && (schema.prefixItems ?? schema.additionalProperties === false)) {
    return { anyOf: [printableSchema(others)], nullable, ...titled(schemaComment(schema)) };
  }
  const known = schema["x-extensible-enum"];
  const type = known
    ? openEnum(schema, known)
    : pick(mapChildren(intersectUnions(schema), printableSchema), TYPE_KEYS);
  return { ...type, ...titled(schemaComment(schema)) };
}

/** The parameters of one place as an object, each with its comment. */
export function printableParameters(parameters: readonly Parameter[]): PrintableSchema {
  const properties = parameters.map((parameter) => {
    const { name } = parameter;
    const schema = parameterSchema(parameter) ?? { type: "string" };
    return [name, { ...printableSchema(schema), ...titled(parameterComment(parameter)) }] as const;
  });
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
  };
}

/** Whether something may be in an object, although none of its properties is of its direction. */
function hasMore({ additionalProperties, patternProperties, allOf, oneOf, anyOf }: Schema): boolean {
  return (additionalProperties ?? patternProperties ?? allOf ?? oneOf ?? anyOf) !== undefined;
}

function closed(schema: Schema): Schema {
  return { ...omit(schema, "x-emptied"), type: "object", additionalProperties: false };
}

/** `"AWS" | (string & {})`: an editor offers the values that are known, and others are accepted. */
function openEnum({ type = "string", nullable }: Schema, known: readonly unknown[]): PrintableSchema {
  const members: PrintableSchema[] = [
    ...known.map((value) => ({ type, enum: [value] })),
    { type, "x-any-other": true },
  ];
  return { anyOf: members, ...(nullable && { nullable }) };
}

function titled(comment: string): { readonly title?: string } {
  return comment === "" ? {} : { title: comment };
}
