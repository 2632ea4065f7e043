import { flatten, typeOf } from "../document/flat-schema.js";
import { compilePattern } from "../document/pattern.js";
import { countedNumber } from "../document/sample-number.js";
import type { Schema } from "../document/schema.js";
import { validValue } from "../document/valid-values.js";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The key of the next resource: as the document's example, counted up. `cspi-00000` gives `cspi-00001`; of a UUID, the end is
 * counted. Where a pattern has no room for a number, the end is counted in hexadecimal digits, or in letters.
 */
export function keyFor(schema: Schema, count: number): string | number {
  const flat = flatten(schema);
  if (typeOf(flat) === "integer" || typeOf(flat) === "number") return countedNumber(flat, count) ?? count;
  const text = firstKey(flat);
  if (UUID.test(text)) return text.slice(0, -12) + count.toString(16).padStart(12, "0");
  const counted = countedUp(text, count, flat.maxLength);
  const pattern = flat.pattern === undefined ? undefined : compilePattern(flat.pattern);
  if (pattern?.test(counted) !== false) return counted;
  const others = [count.toString(16), inLetters(count)].map((end) => text.slice(0, -end.length) + end);
  return others.find((key) => pattern.test(key)) ?? counted;
}

function firstKey(schema: Schema): string {
  const example = exampleKey(schema);
  if (typeof example === "string" && example !== "") return example;
  if (schema.pattern === undefined && schema.format === undefined) return "fake-00000";
  try {
    return String(validValue(schema));
  } catch {
    // A pattern for which no text is found.
    return "fake-00000";
  }
}

/** The document's example of a key: the first of several, in OpenAPI 3.1. */
export function exampleKey({ example, examples }: Schema): unknown {
  return example ?? (Array.isArray(examples) ? (examples as readonly unknown[])[0] : undefined);
}

function countedUp(text: string, count: number, maxLength = 255): string {
  const [digits = ""] = /(?<!\d)\d+$/.exec(text) ?? [];
  const number = String(count);
  // The key stays as long as the example, which fits the document.
  const kept = digits.length > 0 ? Math.max(digits.length, number.length) : number.length;
  const padded = number.padStart(kept, "0");
  if (digits.length > 0) return text.slice(0, text.length - digits.length) + padded;
  return text.length + number.length + 1 <= maxLength && !/^[A-Z0-9]+$/.test(text)
    ? `${text}-${number}`
    : text.slice(0, text.length - padded.length) + padded;
}

/** `b` for 1, `ba` for 26. */
function inLetters(count: number): string {
  const letter = String.fromCharCode("a".charCodeAt(0) + (count % 26));
  return count < 26 ? letter : inLetters(Math.floor(count / 26)) + letter;
}
