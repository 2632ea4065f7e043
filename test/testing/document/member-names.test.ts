import { expect, test } from "vitest";
import { drifts, sent } from "../held-values.js";

const TEXT = { type: "string" };
const NAMES = ["constructor", "toString", "hasOwnProperty", "valueOf"];
const schema = {
  type: "object",
  properties: { a: TEXT, ...Object.fromEntries(NAMES.map((name) => [name, TEXT])) },
};
const full = Object.fromEntries(NAMES.map((name) => [name, "x"]));

test("a member with the name of a method is absent when an object does not have it", async () => {
  expect(await sent(schema, { a: "x" })).toBe("200");
  expect(drifts(schema, { a: "x" })).toEqual([]);
});

test("a member with the name of a method is held against its schema", async () => {
  expect(await sent(schema, full)).toBe("200");
  expect(drifts(schema, full)).toEqual([]);
  expect(await sent(schema, { ...full, toString: 1 })).toContain("`body.toString` must be string");
  expect(drifts(schema, { ...full, toString: 1 })).toEqual(["type-mismatch at body.toString"]);
});

test("a required member with the name of a method is missed", async () => {
  expect(await sent({ ...schema, required: NAMES }, full)).toBe("200");
  expect(await sent({ ...schema, required: ["constructor"] }, {})).toContain(
    "`body.constructor` is required",
  );
  expect(drifts({ ...schema, required: ["constructor"] }, {})).toEqual(["member-missing at body"]);
});
