import { Ajv2020 } from "ajv/dist/2020.js";
import type { Direction } from "./closed.js";
import type { Json, SchemaDocument, Subschema } from "./json.js";
import { mutate, vocabularyOf } from "./mutants.js";
import { project, type Projection } from "./project.js";
import type { Random } from "./random.js";
import { createSampler } from "./values.js";

/** A value, and whether a type has to accept it. */
export interface Judged {
  readonly value: Json;
  readonly isValid: boolean;
}

/** Makes values of a schema as it holds in one direction: valid ones, and wrong ones that TypeScript can tell. */
export type Judge = (
  schema: Subschema,
  amounts: { readonly valid: number; readonly wrong: number },
) => readonly Judged[];

/** @param schemas those that are to be judged by */
export function createJudge(
  document: SchemaDocument,
  schemas: readonly Subschema[],
  direction: Direction,
  random: Random,
): Judge {
  const exact = project(document, direction, "exact");
  const typed = project(document, direction, "typed");
  const vocabulary = vocabularyOf(document);

  const validators = { exact: validatorOf(exact, schemas), typed: validatorOf(typed, schemas) };
  const sample = createSampler(exact, random);

  return (schema, { valid, wrong }) => {
    const allowed = exact.of(schema);
    const isAllowed = validators.exact(schema);
    const isPossible = validators.typed(schema);
    const values = distinct(valid, () => sample(allowed), isAllowed);
    const mutants = distinct(
      wrong,
      () => {
        const value = random.any(values) ?? sample(allowed);
        return value === undefined ? undefined : mutate(value, vocabulary, random);
      },
      (value) => !isPossible(value) && !isAllowed(value),
    );
    return [
      ...values.map((value) => ({ value, isValid: true })),
      ...mutants.map((value) => ({ value, isValid: false })),
    ];
  };
}

/** Compiles all definitions in one piece, as they refer to each other. */
function validatorOf(
  projection: Projection,
  schemas: readonly Subschema[],
): (schema: Subschema) => (value: Json) => boolean {
  const ajv = new Ajv2020({ strict: false, validateSchema: false, validateFormats: false, logger: false });
  for (const schema of schemas) projection.of(schema);
  ajv.addSchema({ $id: "document", $defs: projection.definitions });
  return (schema) => {
    const own = projection.of(schema);
    const reference = typeof own === "object" ? own["$ref"] : undefined;
    const validate = ajv.compile(typeof reference === "string" ? { $ref: `document${reference}` } : own);
    return (value) => validate(value);
  };
}

/** Some different values that satisfy a condition, of three times as many. */
function distinct(
  count: number,
  make: () => Json | undefined,
  condition: (value: Json) => boolean,
): readonly Json[] {
  const found = new Map<string, Json>();
  for (let tries = 0; tries < count * 3 && found.size < count; tries++) {
    const value = make();
    if (value !== undefined && condition(value)) found.set(JSON.stringify(value), value);
  }
  return [...found.values()];
}
