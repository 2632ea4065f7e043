import type { Schema } from "./document.js";
import { validValue } from "../../src/testing/document/valid-values.js";
import { setAt, type Change } from "./wire-request.js";

/** A limit that a document sets to a request, and what is done to a valid request to reach it, and to go beyond it. */
export interface Limit {
  /** Such as `query.page_size` or `body.environment.id`. */
  readonly place: string;
  readonly rule: Rule;
  readonly beyond: Change;
  /** Absent where there is no such value, as for what is required. */
  readonly within?: Change;
}

export type Rule =
  | "required"
  | "type"
  | "enum"
  | "format"
  | "minLength"
  | "maxLength"
  | "minimum"
  | "maximum"
  | "pattern"
  | "minItems"
  | "maxItems"
  | "uniqueItems"
  | "maxProperties";

/** Keywords of a schema: those whose limit is tried, here or for what is within it, and those that set none. */
const TRIED =
  /^(type|enum|format|m(in|ax)Length|m(in|ax)imum|pattern|(min|max|unique)Items|maxProperties|properties|required|items|additionalProperties|oneOf)$/;
const NO_LIMIT = /^(description|example|default|discriminator|nullable|deprecated|(read|write)Only|x-.+)$/;

/** Formats that are checked. Others say how large a number is, or name what no one checks. */
const CHECKED_FORMATS = ["uri", "uuid", "email", "date-time", "date", "duration", "byte"];

/**
 * The limits that a schema sets by itself, without those of what is within it.
 *
 * @throws {Error} for a keyword that is not known: its limit would not be tried
 */
export function ownLimits(schema: Schema, keys: readonly string[]): readonly Limit[] {
  const unknown = Object.keys(schema).find((key) => !TRIED.test(key) && !NO_LIMIT.test(key));
  if (unknown !== undefined) throw new Error(`No test tries the limit ${unknown} of ${keys.join(".")}`);
  return [...ofScalar(schema, keys), ...ofText(schema, keys), ...ofContainer(schema, keys)];
}

function limit(keys: readonly string[], rule: Rule, beyond: unknown, ...within: unknown[]): Limit {
  return {
    place: keys.join("."),
    rule,
    beyond: setAt(keys, beyond),
    ...(within.length > 0 && { within: setAt(keys, within[0]) }),
  };
}

function ofScalar(
  { type, minimum, maximum, enum: values }: Schema,
  keys: readonly string[],
): readonly Limit[] {
  const found: Limit[] = [];
  if (type === "integer") found.push(limit(keys, "type", 1.5));
  if (type === "number" || type === "boolean") found.push(limit(keys, "type", "none"));
  if (values) found.push(limit(keys, "enum", "none of these"));
  if (minimum !== undefined) found.push(limit(keys, "minimum", minimum - 1, minimum));
  if (maximum !== undefined) found.push(limit(keys, "maximum", maximum + 1, maximum));
  return found;
}

function ofText(schema: Schema, keys: readonly string[]): readonly Limit[] {
  const { minLength = 0, maxLength, pattern, format = "", example } = schema;
  const text = typeof example === "string" ? example : "";
  const limitOfLength = (rule: Rule, beyond: number, length: number): Limit => {
    const within = ofLength(text, length);
    const fits = format === "" && (pattern === undefined || new RegExp(pattern, "u").test(within));
    return limit(keys, rule, ofLength(text, beyond), ...(fits ? [within] : []));
  };
  const found: Limit[] = [];
  if (minLength > 0) {
    // Prism takes an empty query parameter for one that is missing.
    const rule = keys[0] === "query" && minLength === 1 ? "required" : "minLength";
    found.push(limitOfLength(rule, minLength - 1, minLength));
  }
  if (maxLength !== undefined) found.push(limitOfLength("maxLength", maxLength + 1, maxLength));
  if (pattern !== undefined) found.push(limit(keys, "pattern", unlike(pattern), validValue(schema)));
  if (CHECKED_FORMATS.includes(format)) found.push(limit(keys, "format", "~", validValue(schema)));
  return found;
}

function ofContainer(
  { items = {}, minItems = 0, maxItems, uniqueItems, maxProperties, additionalProperties }: Schema,
  keys: readonly string[],
): readonly Limit[] {
  const itemsOf = (length: number): unknown[] => Array.from({ length }, () => validValue(items));
  const found: Limit[] = [];
  if (minItems > 0) found.push(limit(keys, "minItems", itemsOf(minItems - 1)));
  if (maxItems !== undefined) found.push(limit(keys, "maxItems", itemsOf(maxItems + 1)));
  if (uniqueItems) found.push(limit(keys, "uniqueItems", itemsOf(2)));
  if (maxProperties !== undefined) {
    const value = typeof additionalProperties === "object" ? validValue(additionalProperties) : {};
    const propertiesOf = (length: number): object =>
      Object.fromEntries(Array.from({ length }, (_, index) => [`key${index}`, value]));
    found.push(limit(keys, "maxProperties", propertiesOf(maxProperties + 1), propertiesOf(maxProperties)));
  }
  return found;
}

function ofLength(text: string, length: number): string {
  return text.padEnd(length, "x").slice(0, length);
}

/** A text that a pattern does not match. */
function unlike(pattern: string): string {
  const text = ["<", " ", "x", "0"].find((candidate) => !new RegExp(pattern, "u").test(candidate));
  if (text === undefined) throw new Error(`No text is known that ${pattern} does not match`);
  return text;
}
