import type { Node } from "../../generator/document/nodes.js";
import { isRecord } from "../../generator/document/records.js";
import { listAt } from "../node.js";

/** From so many words on, a string is a sentence, which is not ours to copy. */
const SENTENCE_WORDS = 4;

/**
 * The example of a schema, if it is a value that fits it and no sentence. Values of several members are left out:
 * those of the members stand for them.
 */
export function exampleValue(example: unknown, schema: Node): unknown {
  if (Array.isArray(example))
    return example.every((item) => isValue(item)) ? (example as unknown) : undefined;
  return isValue(example) && fits(example, schema) ? example : undefined;
}

function isValue(value: unknown): boolean {
  if (typeof value === "string") return !isSentence(value);
  return typeof value === "number" || typeof value === "boolean";
}

export function isSentence(text: string): boolean {
  return text.trim().split(/\s+/).length >= SENTENCE_WORDS;
}

/** Whether a whole example, of a body, holds no sentence. */
export function isWordless(value: unknown): boolean {
  if (typeof value === "string") return !isSentence(value);
  if (Array.isArray(value)) return value.every(isWordless);
  return isRecord(value) ? Object.values(value).every(isWordless) : true;
}

/** As far as can be told without references: published examples are often those of another property. */
function fits(value: unknown, schema: Node): boolean {
  const { type, pattern, format } = schema;
  const types: Readonly<Record<string, string>> = {
    integer: "number",
    number: "number",
    boolean: "boolean",
    string: "string",
  };
  if (typeof type === "string" && types[type] !== typeof value) return false;
  if (type === "integer" && !Number.isInteger(value)) return false;
  const values = listAt(schema, "enum");
  if (values.length > 0 && !values.includes(value)) return false;
  if (typeof value === "number") return between(value, schema["minimum"], schema["maximum"]);
  if (typeof value !== "string") return true;
  if (!between(value.length, schema["minLength"], schema["maxLength"])) return false;
  if (typeof pattern === "string" && !matches(pattern, value)) return false;
  return typeof format !== "string" || (FORMATS[format]?.test(value) ?? true);
}

const FORMATS: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  "date-time": /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  uri: /^[a-z][a-z0-9+.-]*:[^\s{}<>"|\\^`]+$/i,
  url: /^[a-z][a-z0-9+.-]*:[^\s{}<>"|\\^`]+$/i,
  email: /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/,
  ipv4: /^\d{1,3}(\.\d{1,3}){3}$/,
};

function between(value: number, least: unknown, most: unknown): boolean {
  return (
    value >= (typeof least === "number" ? least : -Infinity) &&
    value <= (typeof most === "number" ? most : Infinity)
  );
}

/** A pattern that is none fits nothing. */
function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern, "u").test(value);
  } catch {
    return false;
  }
}
