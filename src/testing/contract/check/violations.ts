import type { OpenApiDocument } from "../../document/read-document.js";
import type { Schema } from "../../document/schema.js";
import { violationsOf, type Violation } from "../../document/validator.js";

/** What a validator says of a value of a response. */
export function violationsIn(
  document: OpenApiDocument,
  schema: Schema,
  value: unknown,
): readonly Violation[] {
  return violationsOf(value, { schema, document, direction: "response", place: "value" });
}

/** What is wrong with a value, in words; undefined when nothing is. */
export function problemOf(document: OpenApiDocument, schema: Schema, value: unknown): string | undefined {
  return violationsIn(document, schema, value)[0]?.message;
}
