import { describe, expect, test } from "vitest";
import { drifts, sent } from "../held-values.js";

/* A discriminator's mapping says which variant a value is, where the variants themselves do not. */

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const animal = (name: string): object => ({
  type: "object",
  properties: { kind: { type: "string" }, [name]: { type: "boolean" } },
});
const schemas = { Cat: animal("meow"), Dog: animal("bark"), "Wild/Fox": animal("yap") };
const oneOf = [ref("Cat"), ref("Dog"), ref("Wild~1Fox")];
const mapping = { cat: "#/components/schemas/Cat", dog: "Dog", fox: "#/components/schemas/Wild~1Fox" };
const union = { oneOf, discriminator: { propertyName: "kind", mapping } };

describe.each([
  ["a union", union, (value: object) => value],
  ["a part of another schema", { allOf: [union] }, (value: object) => value],
  ["a member", { type: "object", properties: { pet: union } }, (value: object) => ({ pet: value })],
  [
    "an item",
    { type: "object", properties: { pets: { type: "array", items: union } } },
    (value: object) => ({ pets: [value] }),
  ],
  ["anyOf", { anyOf: oneOf, discriminator: union.discriminator }, (value: object) => value],
  [
    "members beside it",
    { ...union, type: "object", properties: { age: { type: "integer" } } },
    (value: object) => value,
  ],
] as const)("the mapping decides: %s", (_, schema, within) => {
  test.each([
    ["cat", "meow"],
    ["dog", "bark"],
    ["fox", "yap"],
  ])("a %s has a %s of its own", async (kind, own) => {
    const value = within({ kind, [own]: true });
    expect(await sent(schema, value, { schemas })).toBe("200");
    expect(drifts(schema, value, { schemas })).toEqual([]);
  });

  test.each([
    ["cat", "bark"],
    ["dog", "yap"],
    ["fox", "meow"],
  ])("a %s has no %s", async (kind, other) => {
    const value = within({ kind, [other]: true });
    expect(await sent(schema, value, { schemas })).toContain(`.${other}\` is not in the document`);
    expect(drifts(schema, value, { schemas })).toEqual([
      expect.stringMatching(/^member-undocumented at body/),
    ]);
  });
});

test("a variant that is a union has the values of its own variants", async () => {
  const Pet = { oneOf: [ref("Cat"), ref("Dog")], discriminator: union.discriminator };
  const schema = { oneOf: [ref("Pet"), ref("Wild~1Fox")], discriminator: union.discriminator };
  for (const value of [
    { kind: "cat", meow: true },
    { kind: "fox", yap: true },
  ]) {
    expect(await sent(schema, value, { schemas: { ...schemas, Pet } })).toBe("200");
    expect(drifts(schema, value, { schemas: { ...schemas, Pet } })).toEqual([]);
  }
});

test("where all variants list the values of all, their names tell", async () => {
  const kind = { type: "string", enum: ["Cat", "Dog"] };
  const of = (name: string): object => ({
    allOf: [
      { type: "object", properties: { kind } },
      { type: "object", required: [name], properties: { [name]: { type: "boolean" } } },
    ],
  });
  const options = { schemas: { Cat: of("meow"), Dog: of("bark") } };
  const schema = { oneOf: [ref("Cat"), ref("Dog")], discriminator: { propertyName: "kind" } };
  expect(await sent(schema, { kind: "Cat", meow: true }, options)).toBe("200");
  expect(await sent(schema, { kind: "Cat", bark: true }, options)).toContain("`body.meow` is required");
  expect(drifts(schema, { kind: "Cat", meow: true }, options)).toEqual([]);
});
