import { describe, expect, test } from "vitest";
import { answered, drifts, sent } from "../held-values.js";

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const TEXT = { type: "string" };
const NUMBER = { type: "integer" };

/** A parent that lists its variants, which have the parent in their `allOf`. */
function family(
  union: "oneOf" | "anyOf",
  discriminator: object,
): { readonly schemas: Record<string, unknown> } {
  const variant = (name: string, own: object): object => ({
    allOf: [ref("Pet"), { type: "object", required: [name], properties: own }],
  });
  return {
    schemas: {
      Pet: {
        type: "object",
        required: ["kind"],
        properties: { kind: TEXT, name: TEXT },
        [union]: [ref("Cat"), ref("Dog")],
        ...discriminator,
      },
      Cat: variant("lives", { lives: NUMBER }),
      Dog: variant("tricks", { tricks: NUMBER }),
    },
  };
}

const MAPPING = { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" };

describe.each([
  [
    "oneOf",
    "a mapping",
    family("oneOf", { discriminator: { propertyName: "kind", mapping: MAPPING } }),
    "cat",
  ],
  ["oneOf", "no mapping", family("oneOf", { discriminator: { propertyName: "kind" } }), "Cat"],
  ["oneOf", "no discriminator", family("oneOf", {}), "cat"],
  [
    "anyOf",
    "a mapping",
    family("anyOf", { discriminator: { propertyName: "kind", mapping: MAPPING } }),
    "cat",
  ],
  ["anyOf", "no discriminator", family("anyOf", {}), "cat"],
])("a parent with %s of its variants, and %s", (_union, _discriminator, options, kind) => {
  test.each(["Pet", "Cat"])("takes a value of a variant as a %s", async (name) => {
    const value = { kind, name: "Tom", lives: 9 };
    expect(await sent(ref(name), value, options)).toBe("200");
    expect(drifts(ref(name), value, options)).toEqual([]);
  });

  test("tells what is wrong with a variant", async () => {
    expect(await sent(ref("Cat"), { kind, lives: "x" }, options)).toContain("`body.lives` must be integer");
    expect(await sent(ref("Cat"), { kind, lives: 9, loves: 1 }, options)).toContain(
      "`body.loves` is not in the document",
    );
    expect(drifts(ref("Cat"), { kind, lives: "x" }, options)).toContain("type-mismatch at body.lives");
    expect(drifts(ref("Cat"), { kind, lives: 9, loves: 1 }, options)).toEqual([
      "member-undocumented at body",
    ]);
    expect(drifts(ref("Pet"), { kind, lives: 9, loves: 1 }, options)).toEqual([
      "member-undocumented at body",
    ]);
  });

  test("is made up as one of the variants", async () => {
    expect(await answered(ref("Pet"), options)).toMatchObject({ lives: 1 });
    expect(await answered(ref("Dog"), options)).toMatchObject({ tricks: 1 });
  });
});

const OWN = { type: "object", properties: { a: TEXT } };

test.each([
  ["a part of itself", { One: { allOf: [ref("One"), OWN] } }, { a: "x" }],
  ["a part of its part", { One: { allOf: [ref("Two"), OWN] }, Two: { allOf: [ref("One")] } }, { a: "x" }],
  ["a variant of itself", { One: { oneOf: [ref("One"), OWN] } }, { a: "x" }],
  [
    "a variant of its variant",
    { One: { anyOf: [ref("Two"), OWN] }, Two: { anyOf: [ref("One"), OWN] } },
    { a: "x" },
  ],
  [
    "a variant of itself by its tag",
    { One: { oneOf: [ref("One"), OWN], discriminator: { propertyName: "a" } } },
    { a: "One" },
  ],
  [
    "a parent of parents",
    { One: { oneOf: [ref("Two")] }, Two: { oneOf: [ref("Three")] }, Three: { allOf: [ref("One"), OWN] } },
    { a: "x" },
  ],
])("%s can be used", async (_, schemas, value) => {
  for (const name of Object.keys(schemas)) {
    expect(await sent(ref(name), value, { schemas })).toBe("200");
    expect(drifts(ref(name), value, { schemas })).toEqual([]);
    await answered(ref(name), { schemas });
  }
});

test.each([
  ["a member", { type: "object", required: ["self"], properties: { a: TEXT, self: ref("One") } }],
  [
    "a member of a member",
    {
      type: "object",
      required: ["a"],
      properties: { a: { type: "object", required: ["b"], properties: { b: ref("One") } } },
    },
  ],
  ["items", { type: "array", items: ref("One") }],
  [
    "a member of every item",
    { type: "array", items: { type: "object", required: ["a"], properties: { a: ref("One") } } },
  ],
  [
    "a union's member",
    { type: "object", properties: { a: TEXT }, oneOf: [{ required: ["b"], properties: { b: ref("One") } }] },
  ],
])("what has to hold itself for ever, as %s, can be asked for", async (_, schema) => {
  const schemas = { One: schema };
  const holder = { type: "object", required: ["one"], properties: { one: ref("One") } };
  await expect(answered(holder, { schemas })).resolves.toBeDefined();
  expect(await sent(holder, { one: 1 }, { schemas })).toMatch(/^422/);
  expect(drifts(holder, { one: 1 }, { schemas })).not.toEqual([]);
});

test("a schema of two parts that hold themselves ends", async () => {
  const part = (name: string): object => ({
    type: "object",
    properties: { [name]: TEXT, next: ref(name === "a" ? "A" : "B") },
  });
  const schema = { allOf: [ref("A"), ref("B")] };
  const schemas = { A: part("a"), B: part("b") };
  expect(await answered(schema, { schemas })).toMatchObject({ a: "x", b: "x" });
});
