import type { Schema } from "../../../scripts/generator/document/openapi.js";

/** What a type cannot say, or is not to say. */
interface Exception {
  readonly what: string;
  readonly reason: string;
  /** Leaves out of a schema what a type cannot say, so that a value which offends only that may compile. */
  readonly relax: (schema: Schema) => Schema;
}

/** The one list of what the types of the generator allow or forbid beyond a document; docs/generate.md has it for users. */
const EXCEPTIONS = [
  {
    what: "formats, patterns and lengths of strings",
    reason: "a type of all strings of a form does not exist",
    relax: without("format", "pattern", "minLength", "maxLength", "contentEncoding", "contentMediaType"),
  },
  {
    what: "limits of numbers, and integers",
    reason: "TypeScript has one type of numbers",
    relax: (schema) => ({
      ...without("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")(schema),
      ...numeric(schema),
    }),
  },
  {
    what: "how many items or properties there are, but for the items of a tuple",
    reason: "an array has no length in its type",
    relax: (schema) => {
      const { minItems = 0, maxItems = Infinity, prefixItems = [] } = schema;
      const first = prefixItems.length;
      return {
        ...without(
          ..."uniqueItems minItems maxItems minProperties maxProperties contains minContains maxContains".split(
            " ",
          ),
        )(schema),
        ...(first > 0 && { minItems: Math.min(minItems, first), ...(maxItems <= first && { maxItems }) }),
      };
    },
  },
  {
    what: "`not`, `if`, `dependentRequired`, `propertyNames` and the like",
    reason: "a type has no negation and no condition; the generator reports each of them",
    relax: without(
      ..."if then else dependentRequired dependentSchemas propertyNames unevaluatedItems unevaluatedProperties".split(
        " ",
      ),
    ),
  },
  {
    what: "an enum of a single value that is also the default, and `x-extensible-enum`",
    reason: "left open on purpose: more values are to come",
    relax: (schema) =>
      schema.enum?.length === 1 && schema.enum[0] === schema.default && typeof schema.default === "string"
        ? without("enum")(schema)
        : schema,
  },
] satisfies readonly Exception[];

/*
 * What project.ts reads otherwise, as it takes more than one keyword:
 * - "exactly one" of `oneOf`: a type is any of its variants.
 * - `additionalProperties` beside properties: an index signature takes in what the properties may be.
 * - Properties without a type: by the letter they allow all that is no object, but an object is meant.
 * - `patternProperties`: a type has no patterns of names.
 * - Properties that no document describes: valid, but a literal must not have them, as they are misspelt ones. Within a
 *   union that has a variant for any property, TypeScript does not look.
 */

/** A schema without what TypeScript cannot say. `oneOf`, `not` and additional properties are relaxed where they are read. */
export function relax(schema: Schema): Schema {
  return EXCEPTIONS.reduce((relaxed, exception) => exception.relax(relaxed), schema);
}

function without(...keys: readonly string[]): (schema: Schema) => Schema {
  return (schema) => Object.fromEntries(Object.entries(schema).filter(([key]) => !keys.includes(key)));
}

function numeric({ type }: Schema): Schema {
  const number = (name: string): string => (name === "integer" ? "number" : name);
  if (type === undefined) return {};
  return { type: typeof type === "string" ? number(type) : type.map(number) };
}
