import { describe, expect, test } from "vitest";
import { drifts, sent } from "../held-values.js";

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const own = (name: string): object => ({
  allOf: [ref("Pet"), { type: "object", properties: { [name]: { type: "boolean" } } }],
});

describe.each([
  ["a mapping", { mapping: { cat: "#/components/schemas/Cat", dog: "Dog" } }, "cat"],
  ["no mapping", {}, "Cat"],
])("the subtypes of a parent with %s", (_, mapping, kind) => {
  const Pet = {
    type: "object",
    required: ["kind"],
    properties: { kind: { type: "string" } },
    discriminator: { propertyName: "kind", ...mapping },
  };
  const options = { openapi: "3.0.3", schemas: { Pet, Cat: own("meow"), Dog: own("bark") } };
  const holders = [
    ref("Pet"),
    ref("Cat"),
    { allOf: [ref("Pet")] },
    { type: "object", properties: { pet: ref("Pet") } },
  ] as const;

  test.each(holders)("have members of their own, in %j", async (schema) => {
    const value = "properties" in schema ? { pet: { kind, meow: true } } : { kind, meow: true };
    expect(await sent(schema, value, options)).toBe("200");
    expect(drifts(schema, value, options)).toEqual([]);
  });

  test.each(["Pet", "Cat"])("have none of the members of each other, in a %s", async (name) => {
    const value = { kind, bark: true };
    expect(await sent(ref(name), value, options)).toContain("`body.bark` is not in the document");
    expect(drifts(ref(name), value, options)).toEqual(["member-undocumented at body"]);
  });
});
