import { expect, test } from "vitest";
import { drifts, sent } from "../held-values.js";

const TEXT = { type: "string" };
const variant = (name: string): object => ({
  type: "object",
  required: [name],
  properties: { [name]: TEXT },
});
const k = { type: "object", properties: { k: TEXT } };
const isX = { properties: { k: { const: "x" } } };

const SCHEMAS: Record<string, { readonly schema: object; readonly value: object }> = {
  "two unions": {
    schema: {
      allOf: [{ oneOf: [variant("a"), variant("b")] }, { oneOf: [variant("c"), variant("d")] }],
    },
    value: { a: "x", d: "y" },
  },
  "two unions of any": {
    schema: {
      allOf: [{ anyOf: [variant("a"), variant("b")] }, { anyOf: [variant("c"), variant("d")] }],
    },
    value: { a: "x", b: "x", d: "y" },
  },
  "`then`": { schema: { ...k, if: isX, then: variant("extra") }, value: { k: "x", extra: "y" } },
  "`else`": { schema: { ...k, if: isX, else: variant("extra") }, value: { k: "z", extra: "y" } },
  "`dependentSchemas`": {
    schema: { ...k, dependentSchemas: { k: variant("extra") } },
    value: { k: "x", extra: "y" },
  },
  "several conditions": {
    schema: {
      ...k,
      allOf: [
        { if: isX, then: variant("extra") },
        { if: { required: ["z"] }, then: variant("z") },
      ],
    },
    value: { k: "x", extra: "y" },
  },
};

test.each(Object.entries(SCHEMAS))("the members of %s are known", async (_, { schema, value }) => {
  expect(await sent(schema, value)).toBe("200");
  expect(drifts(schema, value)).toEqual([]);
});

test.each(Object.entries(SCHEMAS))(
  "beside the members of %s, others are told",
  async (_, { schema, value }) => {
    expect(await sent(schema, { ...value, more: 1 })).toContain("`body.more` is not in the document");
    expect(drifts(schema, { ...value, more: 1 })).toEqual(["member-undocumented at body"]);
  },
);

test.each(Object.keys(SCHEMAS).slice(2))("what is missing by %s is reported", (name) => {
  const { schema, value } = SCHEMAS[name] ?? { schema: {}, value: {} };
  expect(drifts(schema, { ...value, extra: undefined })).toEqual(["member-missing at body"]);
  expect(drifts(schema, { ...value, extra: 1 })).toEqual(["type-mismatch at body.extra"]);
});
