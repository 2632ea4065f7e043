import { EMPTIED } from "../../document/directions.js";
import type { Schema } from "../../document/openapi.js";
import { componentName } from "../../document/references.js";

/** What makes a type, beside properties and other schemas; limits such as `minProperties` do not. */
const MEANINGFUL = [
  "required",
  "additionalProperties",
  "patternProperties",
  "items",
  "prefixItems",
  "enum",
  "x-extensible-enum",
  "not",
] as const satisfies readonly (keyof Schema)[];

/** Whether a schema makes a type by itself, without its unions and members of `allOf`. */
function saysItself(schema: Schema): boolean {
  const { type = "object", properties = {} } = schema;
  if (type !== "object" || Object.keys(properties).length > 0) return true;
  return MEANINGFUL.some((key) => schema[key] !== undefined);
}

/** The members of `allOf`, and the variants of the unions of a schema. */
export function membersOf({ allOf = [], oneOf = [], anyOf = [] }: Schema): readonly Schema[] {
  return [...allOf, ...oneOf, ...anyOf];
}

/** How many schemas stand beside each other in one: a union is one. */
export function countParts(schema: Schema): number {
  const { allOf = [], oneOf, anyOf } = schema;
  return (saysItself(schema) ? 1 : 0) + allOf.length + (oneOf ? 1 : 0) + (anyOf ? 1 : 0);
}

type Question = (schema: Schema) => boolean;

export interface Questions {
  /** Whether a schema says nothing beside others, but that a value may be null where they say so too. */
  readonly isNeutral: Question;
  /** Whether it says nothing because all of its properties are of the other direction. */
  readonly isEmptied: Question;
  /** Whether it says nothing beside others, or is a union with a variant that does not. */
  readonly hasNeutral: Question;
}

/** Questions about schemas that are answered once for each component. */
export function createQuestions(schemas: Readonly<Record<string, Schema>>): Questions {
  const ask = (answer: (schema: Schema, inner: Question) => boolean): Question => {
    const known = new Map<string, boolean>();
    const question: Question = (schema) => {
      if (schema.$ref === undefined) return answer(schema, question);
      const name = componentName(schema.$ref);
      const found = known.get(name) ?? question(schemas[name] ?? {});
      known.set(name, found);
      return found;
    };
    return question;
  };
  const isNeutral = ask((schema, inner) => !saysItself(schema) && membersOf(schema).every(inner));
  return {
    isNeutral,
    isEmptied: ask(({ allOf = [], oneOf = [], anyOf = [], [EMPTIED]: emptied }, inner) => {
      const isUnionEmptied = [oneOf, anyOf].some((union) => union.length > 0 && union.every(inner));
      return emptied ?? (isUnionEmptied || allOf.some(inner));
    }),
    hasNeutral: ask(
      (schema, inner) => isNeutral(schema) || (countParts(schema) === 1 && membersOf(schema).some(inner)),
    ),
  };
}
