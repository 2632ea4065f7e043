import { expect, test } from "vitest";
import { answered, drifts, sent } from "../held-values.js";

/* What the fake makes up satisfies its schema. */

const TEXT = { type: "string" };
const INTEGER = { type: "integer" };
const list = (items: object, minItems: number): object => ({
  type: "array",
  items,
  minItems,
  uniqueItems: true,
});

test.each<readonly [object, unknown]>([
  ...["date", "time", "date-time", "duration", "uri", "uri-reference", "url", "email", "hostname"].map(
    (format) => [{ ...TEXT, format }, expect.any(String)] as const,
  ),
  ...["ipv4", "ipv6", "uuid", "byte", "regex", "json-pointer", "relative-json-pointer"].map(
    (format) => [{ ...TEXT, format }, expect.any(String)] as const,
  ),
  [{ ...TEXT, format: "json-pointer-uri-fragment" }, "#"],
  [list(INTEGER, 3), [1, 2, 3]],
  [list({ ...INTEGER, multipleOf: 10 }, 2), [10, 20]],
  [list(TEXT, 2), ["x", "xx"]],
  [list({ ...TEXT, minLength: 3 }, 2), ["xxx", "xxxx"]],
  [list({ ...TEXT, enum: ["a", "b", "c"] }, 2), ["a", "b"]],
  [list({ type: "boolean" }, 2), [true, false]],
  [list(INTEGER, 1), [1]],
  [{ type: "array", items: INTEGER, maxItems: 0 }, []],
  [{ type: "object", required: ["k"], additionalProperties: INTEGER }, { k: 1 }],
  [
    { type: "object", required: ["k"], properties: { a: TEXT }, additionalProperties: INTEGER },
    { a: "x", k: 1 },
  ],
  [
    { type: "object", required: ["x-k"], patternProperties: { "^x\\-": INTEGER, k$: { minimum: 4 } } },
    { "x-k": 4 },
  ],
])("%j", async (schema, value) => {
  const holder = { type: "object", required: ["own"], properties: { own: schema } };
  const made = (await answered(holder)) as { readonly own: unknown };
  expect(made.own).toEqual(value);
  expect(await sent(holder, made)).toBe("200");
  expect(drifts(holder, made)).toEqual([]);
});
