import { expect, test } from "vitest";
import { answered, drifts, sent } from "../held-values.js";

/* References to references, each with keywords beside it, as OpenAPI 3.1 allows. */

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const TEXT = { type: "string" };
const BASE = { type: "object", properties: { a: TEXT, b: TEXT } };

test.each<readonly [string, Record<string, object>]>([
  [
    "in their order",
    { One: { ...ref("Two"), required: ["b"] }, Two: { ...ref("Three"), required: ["a"] }, Three: BASE },
  ],
  [
    "backwards",
    { Three: BASE, Two: { ...ref("Three"), required: ["a"] }, One: { ...ref("Two"), required: ["b"] } },
  ],
  [
    "over a reference alone",
    { One: ref("Two"), Two: { ...ref("Three"), required: ["a", "b"] }, Three: BASE },
  ],
])("all keywords hold, %s", async (_what, schemas) => {
  for (const [value, missing] of [
    [{ b: "x" }, "a"],
    [{ a: "x" }, "b"],
  ] as const) {
    expect(await sent(ref("One"), value, { schemas })).toContain(`\`body.${missing}\` is required`);
    expect(drifts(ref("One"), value, { schemas })).toEqual(["member-missing at body"]);
  }
  expect(await sent(ref("One"), { a: "x", b: "x" }, { schemas })).toBe("200");
  expect(await answered(ref("One"), { schemas })).toEqual({ a: "x", b: "x" });
});

test("a schema beside a reference may refer to itself", async () => {
  const schemas = {
    One: { ...ref("Two"), properties: { next: ref("One") } },
    Two: { ...BASE, required: ["a"] },
  };
  expect(await sent(ref("One"), { a: "x", next: { a: "y", next: { a: "z" } } }, { schemas })).toBe("200");
  expect(await sent(ref("One"), { a: "x", next: { a: "y", next: {} } }, { schemas })).toContain(
    "`body.next.next.a` is required",
  );
  expect(drifts(ref("One"), { a: "x", next: { a: "y", next: {} } }, { schemas })).toEqual([
    "member-missing at body.next.next",
  ]);
});

test("a reference may lead to true or false over another one", async () => {
  const schemas = { One: ref("Two"), Two: false, Three: ref("Four"), Four: true };
  expect(await sent(ref("One"), 1, { schemas })).toMatch(/^422/);
  expect(await sent(ref("Three"), 1, { schemas })).toBe("200");
});
