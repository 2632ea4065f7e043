import { expect, test } from "vitest";
import { answered, drifts, sent } from "../held-values.js";

const A = { type: "object", properties: { a: { type: "string" } } };
const B = { type: "object", properties: { b: { type: "string" } } };

test.each([
  [
    "no item after them",
    { type: "array", prefixItems: [A, { type: "integer" }], items: false },
    [{ a: "x" }, 2],
  ],
  ["items of another schema", { type: "array", prefixItems: [A], items: B }, [{ a: "x" }, { b: "y" }]],
  ["any items", { type: "array", prefixItems: [A] }, [{ a: "x" }, { z: { y: 1 } }]],
])("the first items have schemas of their own, with %s", async (_, schema, value) => {
  expect(await sent(schema, value)).toBe("200");
  expect(drifts(schema, value)).toEqual([]);
});

test("the first items are held against their schemas, and the others against theirs", async () => {
  const schema = { type: "array", prefixItems: [A], items: B };
  expect(await sent(schema, [{ b: "x" }])).toContain("`body.0.b` is not in the document");
  expect(await sent(schema, [{}, { a: "x" }])).toContain("`body.1.a` is not in the document");
  expect(drifts(schema, [{ b: "x" }])).toEqual(["member-undocumented at body[]"]);
  expect(drifts(schema, [{ a: 1 }, { b: 2 }])).toEqual([
    "type-mismatch at body[].b",
    "type-mismatch at body[].a",
  ]);
});

test("the fake makes the first items up by their schemas", async () => {
  const needs = { ...A, required: ["a"] };
  const pair = { type: "array", prefixItems: [needs, { type: "integer" }], items: false };
  expect(await answered({ type: "object", properties: { pair } })).toEqual({ pair: [{ a: "x" }, 1] });
});
