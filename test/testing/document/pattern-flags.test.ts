import { describe, expect, test } from "vitest";
import { drifts, sent } from "../held-values.js";

/* Patterns that are valid in JavaScript without the flag `u` alone, and those that mean another thing with it. */

const NUMBER = { type: "integer" };

describe.each([
  ["without the flag alone", "^[\\w\\_]+$", "a_b", "a-b"],
  ["without the flag alone, an escaped hyphen", "^x\\-\\w+$", "x-a", "xa"],
  ["in both ways, and means capitals with the flag", "^\\p{Lu}+$", "É", "é"],
  ["in both ways, and means an a with the flag", "^\\u{61}$", "a", "b"],
])("a pattern that is valid %s", (_what, pattern, right, wrong) => {
  test("is for names of members", async () => {
    const schema = { type: "object", patternProperties: { [pattern]: NUMBER }, additionalProperties: false };
    expect(await sent(schema, { [right]: 1 })).toBe("200");
    expect(drifts(schema, { [right]: 1 })).toEqual([]);
    expect(await sent(schema, { [right]: "x" })).toContain("must be integer");
    expect(drifts(schema, { [right]: "x" })).toEqual(["type-mismatch at body.*"]);
    expect(await sent(schema, { [wrong]: 1 })).toContain("is not in the document");
    expect(drifts(schema, { [wrong]: 1 })).toEqual(["member-forbidden at body"]);
  });

  test("is for texts", async () => {
    const schema = { type: "string", pattern };
    expect(await sent(schema, right)).toBe("200");
    expect(drifts(schema, right)).toEqual([]);
    expect(await sent(schema, wrong)).toContain("must match pattern");
    expect(drifts(schema, wrong)).toEqual(["pattern-mismatch at body"]);
  });

  test("is for names in general", async () => {
    const schema = { type: "object", propertyNames: { pattern }, additionalProperties: true };
    expect(await sent(schema, { [right]: 1 })).toBe("200");
    expect(await sent(schema, { [wrong]: 1 })).toMatch(/^422/);
  });
});
