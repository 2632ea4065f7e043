import { expect, test } from "vitest";
import { drifts, sent } from "../held-values.js";

const DEEP = { a: { b: { c: [{ d: 1 }] } } };

test.each([
  ["no type", {}],
  ["no property", { type: "object" }],
  ["any other member", { type: "object", additionalProperties: true }],
  ["members of any kind", { type: "object", additionalProperties: {} }],
  ["members that are objects", { type: "object", additionalProperties: { type: "object" } }],
  ["any other member beside its own", { properties: { z: {} }, additionalProperties: true }],
  ["members by a pattern", { type: "object", patternProperties: { "^a$": {} } }],
  ["anything, as `true`", true],
])("an object of %s may have anything, however deep", async (_, schema) => {
  const holder = { type: "object", properties: { any: schema, list: { type: "array", items: schema } } };
  const value = { any: DEEP, list: [DEEP] };
  expect(await sent(holder, value)).toBe("200");
  expect(drifts(holder, value)).toEqual([]);
});

test("a list without items may have anything, however deep", async () => {
  const holder = { type: "object", properties: { any: { type: "array" } } };
  expect(await sent(holder, { any: [DEEP, [DEEP]] })).toBe("200");
  expect(drifts(holder, { any: [DEEP, [DEEP]] })).toEqual([]);
});

test("members of a described object are still told, below an open one, too", async () => {
  const known = { type: "object", properties: { name: { type: "string" } } };
  const map = { type: "object", additionalProperties: known };
  expect(await sent(map, { first: { name: "a", nmae: "b" } })).toMatch(/^422 .*nmae/);
});
