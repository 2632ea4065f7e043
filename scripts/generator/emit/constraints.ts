import type { Schema } from "../document/openapi.js";

/** What a schema demands beyond its TypeScript type, in sentences of a word or three. */
export function constraintsOf(schema: Schema): readonly string[] {
  const { pattern, format, multipleOf } = schema;
  return [
    count(schema.minLength, schema.maxLength, "character"),
    count(schema.minItems, schema.maxItems, "item"),
    schema.uniqueItems ? "No item twice." : undefined,
    numeric(schema),
    multipleOf === undefined ? undefined : `A multiple of ${multipleOf}.`,
    pattern === undefined ? undefined : `Matches \`${pattern}\`.`,
    format === undefined ? undefined : `Format: ${format}.`,
    schema["x-immutable"] ? "Immutable." : undefined,
    schema.readOnly ? "Read-only." : undefined,
    schema.writeOnly ? "Write-only." : undefined,
  ].filter((sentence) => sentence !== undefined);
}

function count(min = 0, max = Infinity, noun: string): string | undefined {
  const plural = (number: number): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
  if (max === Infinity) return min === 0 ? undefined : `At least ${plural(min)}.`;
  if (min === max) return `Exactly ${plural(max)}.`;
  return min === 0 ? `At most ${plural(max)}.` : `${min} to ${plural(max)}.`;
}

function numeric(schema: Schema): string | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const above =
    typeof exclusiveMinimum === "number" ? exclusiveMinimum : exclusiveMinimum ? minimum : undefined;
  const below =
    typeof exclusiveMaximum === "number" ? exclusiveMaximum : exclusiveMaximum ? maximum : undefined;
  const lowest = above === undefined ? minimum : undefined;
  const highest = below === undefined ? maximum : undefined;
  if (lowest !== undefined && highest !== undefined) return `${lowest} to ${highest}.`;
  const parts = [
    lowest === undefined ? undefined : `at least ${lowest}`,
    above === undefined ? undefined : `more than ${above}`,
    highest === undefined ? undefined : `at most ${highest}`,
    below === undefined ? undefined : `less than ${below}`,
  ].filter((part) => part !== undefined);
  const sentence = parts.join(", ");
  return sentence === "" ? undefined : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
