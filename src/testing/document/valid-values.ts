import { flatten, isLeftOut, memberSchema, typeOf } from "./flat-schema.js";
import { compilePattern } from "./pattern.js";
import { countedNumber, sampleNumber } from "./sample-number.js";
import { sampleOfPattern } from "./sample-pattern.js";
import type { Direction, Schema } from "./schema.js";

export interface ValueOptions {
  /**
   * Whose value it is: a request has nothing that is read-only, a response nothing that is write-only.
   *
   * @default "request"
   */
  readonly direction?: Direction;
  /**
   * Which properties an object has.
   *
   * @default "required"
   */
  readonly properties?: "required" | "all";
}

/** What is done for one value. */
interface Task extends Required<ValueOptions> {
  /** The schemas around the one at hand, which are not put into themselves again. */
  readonly around: readonly Schema[];
}

/**
 * Values that fit a schema. The first has no more properties than are asked for; the others have another variant of a union
 * somewhere, each of them once.
 *
 * @throws {Error} when no value can be told from the schema; it then wants an example
 */
export function validValues(raw: Schema, options: ValueOptions = {}): readonly unknown[] {
  return valuesOf(raw, { direction: "request", properties: "required", around: [], ...options });
}

/** The first of the values that fit a schema. */
export function validValue(schema: Schema, options?: ValueOptions): unknown {
  return validValues(schema, options)[0];
}

function valuesOf(raw: Schema, task: Task): readonly unknown[] {
  const schema = flatten(raw);
  const { enum: values, const: only, example, examples } = schema;
  const { oneOf, anyOf, ...shared } = schema;
  const union = oneOf ?? anyOf;
  if (union) {
    const variants = union.filter((variant) => !task.around.includes(variant));
    return variants.flatMap((variant) =>
      valuesOf({ allOf: [shared, variant] }, { ...task, around: [...task.around, variant] }),
    );
  }
  if (example !== undefined) return [example];
  if (Array.isArray(examples) && examples.length > 0) return examples.slice(0, 1);
  if (only !== undefined) return [only];
  const listed = values ?? schema["x-extensible-enum"];
  if (listed) return listed.filter((value) => value !== null).slice(0, 1);
  switch (typeOf(schema)) {
    case "object":
      return objectsOf(raw, schema, task);
    case "array":
      return arraysOf(raw, schema, task);
    case "string":
      return [textOf(schema)];
    case "integer":
    case "number":
      return [numberOf(schema)];
    case "boolean":
      return [true];
    case "null":
      return [null];
    default:
      // Whatever the schema leaves open.
      return [{}];
  }
}

/** None for an object that would hold itself for ever. */
function objectsOf(raw: Schema, schema: Schema, task: Task): readonly unknown[] {
  const { around, direction, properties: wanted } = task;
  if (around.includes(raw)) return [];
  const { properties = {}, required = [] } = schema;
  const lists = [...new Set([...(wanted === "all" ? Object.keys(properties) : []), ...required])]
    .filter((name) => !isLeftOut(memberSchema(schema, name), direction))
    .map(
      (name) => [name, valuesOf(memberSchema(schema, name), { ...task, around: [...around, raw] })] as const,
    )
    .filter(([, values]) => values.length > 0);
  const smallest = Object.fromEntries(lists.map(([name, [first]]) => [name, first]));
  const others = lists.flatMap(([name, [, ...more]]) =>
    more.map((value) => ({ ...smallest, [name]: value })),
  );
  return [smallest, ...others];
}

/** Empty for a list that would hold itself for ever. */
function arraysOf(raw: Schema, schema: Schema, outer: Task): readonly unknown[] {
  if (outer.around.includes(raw)) return [[]];
  const task = { ...outer, around: [...outer.around, raw] };
  const { items = {}, prefixItems, minItems = 1, maxItems = Infinity } = schema;
  if (maxItems === 0) return [[]];
  if (prefixItems) {
    const first = prefixItems.map((item) => valuesOf(item, task)[0]);
    // A first item that has no value ends the list.
    return [first.slice(0, [...first, undefined].indexOf(undefined))];
  }
  const values = valuesOf(items, task);
  if (values.length === 0) return [[]];
  const length = Math.max(minItems, 1);
  if (schema.uniqueItems && length > 1)
    return [distinctValues(flatten(items), length) ?? repeated(values[0], length)];
  return values.map((value) => repeated(value, length));
}

function repeated(value: unknown, length: number): readonly unknown[] {
  return Array.from({ length }, () => value);
}

/** Values of which none is there twice; undefined where there is no telling. */
function distinctValues(schema: Schema, length: number): readonly unknown[] | undefined {
  const { enum: listed, pattern, format, minLength = 0, maxLength = Infinity } = schema;
  const type = typeOf(schema);
  const xs = (count: number): string | undefined => (count <= maxLength ? "x".repeat(count) : undefined);
  const counted = (index: number): unknown => {
    if (listed) return listed[index];
    if (type === "integer" || type === "number") return countedNumber(schema, index + 1);
    if (type === "boolean") return [true, false][index];
    return type === "string" && pattern === undefined && format === undefined
      ? xs(Math.max(minLength, 1) + index)
      : undefined;
  };
  const values = Array.from({ length }, (_, index) => counted(index));
  return values.includes(undefined) ? undefined : values;
}

const OF_FORMAT: Readonly<Record<string, string>> = {
  uri: "https://example.com",
  uuid: "9bb441c4-edef-46ac-8a41-c49e44a3fd9a",
  email: "ada@example.com",
  "date-time": "2025-02-20T08:30:15Z",
  date: "2025-02-20",
  time: "08:30:15Z",
  duration: "PT1H",
  hostname: "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  url: "https://example.com",
  "json-pointer": "/a",
  "relative-json-pointer": "0",
  "json-pointer-uri-fragment": "#",
  byte: "AAEC",
};

function numberOf(schema: Schema): number {
  const number = sampleNumber(schema);
  if (number !== undefined) return number;
  const what = typeOf(schema) === "integer" ? "A whole number" : "A number";
  throw new Error(`${what} with ${limitsIn(schema)} wants an example`);
}

function limitsIn(schema: Schema): string {
  const limits = Object.entries(schema).filter(([keyword]) => /m(ultiple|inimum|aximum)/i.test(keyword));
  return limits.map(([keyword, limit]) => `${keyword}: ${String(limit)}`).join(", ");
}

function textOf({ format = "", pattern, minLength = 0, maxLength = Infinity }: Schema): string {
  const text = OF_FORMAT[format] ?? "x".padEnd(minLength, "x").slice(0, maxLength);
  if (pattern === undefined || compilePattern(pattern)?.test(text) !== false) return text;
  const sample = sampleOfPattern(pattern, minLength, maxLength);
  if (sample === undefined) throw new Error(`A text with the pattern ${pattern} wants an example`);
  return sample;
}
