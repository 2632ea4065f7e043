import type { Direction, Schema, WithExamples } from "./schema.js";
import { validValue } from "./valid-values.js";

/** The values that a document gives as examples of a media type, a parameter or a header. */
export function examplesOf({ example, examples = {} }: WithExamples): readonly unknown[] {
  const named = Object.values(examples).flatMap(({ value }) => (value === undefined ? [] : [value]));
  return [...(example === undefined ? [] : [example]), ...named];
}

/**
 * A value of a media type, a parameter or a header: the document's first example, else one that is built from its schema,
 * with every property.
 *
 * @throws {Error} when no value can be told from the schema; it then wants an example
 */
export function exampleValue(declared: WithExamples, direction: Direction): unknown {
  const [first] = examplesOf(declared);
  return first === undefined ? exampleOfSchema(declared.schema ?? {}, direction) : first;
}

/** A value that is built from a schema, with every property. */
export function exampleOfSchema(schema: Schema, direction: Direction): unknown {
  return validValue(schema, { direction, properties: "all" });
}
