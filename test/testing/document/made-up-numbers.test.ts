import { describe, expect, test } from "vitest";
import { createFakeConfluent } from "../../../src/testing/index.js";
import { answered, drifts } from "../held-values.js";

/* A number that the fake makes up satisfies its schema. */

const NUMBER = { type: "number" };
const INTEGER = { type: "integer" };

test.each<readonly [object, number]>([
  [{ ...NUMBER, multipleOf: 0.01 }, 1],
  [{ ...NUMBER, multipleOf: 0.3 }, 1.2],
  [{ ...INTEGER, multipleOf: 5 }, 5],
  [{ ...INTEGER, multipleOf: 1.5 }, 3],
  [{ ...INTEGER, multipleOf: 5, minimum: 12 }, 15],
  [{ ...INTEGER, multipleOf: 5, maximum: -12 }, -15],
  [{ ...INTEGER, multipleOf: 5, minimum: -7, maximum: 3 }, -5],
  [{ ...NUMBER, multipleOf: 0.1, minimum: 0.25, maximum: 0.35 }, 0.3],
  [{ ...NUMBER, multipleOf: 1e-7, minimum: 3e-7 }, 3e-7],
  [{ ...NUMBER, multipleOf: 1000, minimum: 1e21 }, 1e21],
  [{ ...NUMBER, minimum: 0, exclusiveMinimum: true }, 1],
  [{ ...NUMBER, minimum: 0, exclusiveMinimum: true, maximum: 0.5 }, 0.5],
  [{ ...NUMBER, minimum: 0, exclusiveMinimum: true, maximum: 1, exclusiveMaximum: true }, 0.5],
  [{ ...NUMBER, minimum: 0, exclusiveMinimum: false }, 0],
  [{ ...NUMBER, maximum: 1, exclusiveMaximum: true }, 0],
  [{ ...NUMBER, maximum: 0 }, 0],
  [{ ...NUMBER, exclusiveMinimum: 0 }, 1],
  [{ ...NUMBER, exclusiveMinimum: 0, exclusiveMaximum: 1 }, 0.5],
  [{ ...NUMBER, minimum: 5, exclusiveMinimum: 2 }, 5],
  [{ ...NUMBER, minimum: 2, exclusiveMinimum: 2 }, 3],
  [{ ...NUMBER, exclusiveMinimum: 1e300 }, 1e300 + 2 ** 944],
  [{ ...NUMBER, exclusiveMinimum: true }, 1],
  [{ ...INTEGER, minimum: 0.5 }, 1],
  [{ ...INTEGER, minimum: 2.2, maximum: 3.8 }, 3],
  [{ ...INTEGER, maximum: -0.5 }, -1],
  [{ ...INTEGER, minimum: 0, exclusiveMinimum: true }, 1],
  [{ ...INTEGER, exclusiveMinimum: 3, exclusiveMaximum: 5 }, 4],
  [{ ...INTEGER, exclusiveMinimum: 0, multipleOf: 4 }, 4],
  [{ ...INTEGER, exclusiveMaximum: 0, multipleOf: 4 }, -4],
  [{ ...INTEGER, default: 7, minimum: 2 }, 7],
  [{ ...INTEGER, default: 1, minimum: 2 }, 2],
  [{ ...INTEGER, exclusiveMinimum: -1e21 }, 1],
  [{ ...INTEGER, minimum: -1e21, multipleOf: 7 }, 7],
  [{ ...INTEGER, maximum: 0, multipleOf: 7 }, 0],
  [{ type: ["null", "integer"], exclusiveMinimum: 8 }, 9],
])("%j is answered with %d", async (schema, value) => {
  expect(await answered(schema)).toBe(value);
  expect(drifts(schema, value)).toEqual([]);
});

test.each<readonly [string, object, unknown]>([
  ["limits", { allOf: [{ ...INTEGER, minimum: 5 }, { minimum: 2 }] }, 5],
  [
    "limits of both forms",
    {
      allOf: [
        { ...INTEGER, minimum: 5 },
        { minimum: 0, exclusiveMinimum: true },
      ],
    },
    5,
  ],
  ["an exclusive limit", { allOf: [{ ...INTEGER, exclusiveMinimum: 5 }, { minimum: 5 }] }, 6],
  ["limits of one end each", { allOf: [{ ...NUMBER, exclusiveMaximum: -2 }, { exclusiveMinimum: -4 }] }, -3],
  ["factors", { allOf: [{ ...INTEGER, multipleOf: 4 }, { multipleOf: 6 }] }, 12],
  [
    "decimal factors",
    {
      allOf: [
        { ...NUMBER, multipleOf: 0.2 },
        { multipleOf: 0.3, minimum: 0.1 },
      ],
    },
    0.6,
  ],
  [
    "types",
    {
      allOf: [
        { ...INTEGER, multipleOf: 0.5 },
        { ...NUMBER, minimum: 0.1 },
      ],
    },
    1,
  ],
  ["lengths", { allOf: [{ type: "string", minLength: 3 }, { minLength: 1 }] }, "xxx"],
  ["numbers of items", { allOf: [{ type: "array", items: INTEGER, minItems: 2 }, { minItems: 1 }] }, [1, 1]],
  ["no items", { type: "array", items: INTEGER, maxItems: 0 }, []],
])("the %s of all parts hold", async (_what, schema, value) => {
  const holder = { type: "object", required: ["own"], properties: { own: schema } };
  expect(await answered(holder)).toEqual({ own: value });
  expect(drifts(holder, { own: value })).toEqual([]);
});

test.each<readonly [object, string]>([
  [{ ...INTEGER, minimum: 0.2, maximum: 0.8 }, "A whole number with minimum: 0.2, maximum: 0.8"],
  [
    { ...NUMBER, multipleOf: 7, minimum: 1, maximum: 6 },
    "A number with multipleOf: 7, minimum: 1, maximum: 6",
  ],
])("of %j, none is made up", async (schema, limits) => {
  await expect(answered(schema)).rejects.toThrow(`${limits} wants an example`);
});

describe("keys that are numbers", () => {
  test.each([
    [{}, [1, 2, 3]],
    [{ minimum: 1000 }, [1000, 1001, 1002]],
    [{ exclusiveMinimum: 0 }, [1, 2, 3]],
    [{ multipleOf: 5, minimum: 12 }, [15, 20, 25]],
    [{ minimum: 3, default: 9 }, [3, 4, 5]],
  ])("%j are counted within their limits", async (limits, keys) => {
    const id = { ...INTEGER, readOnly: true, ...limits };
    const content = { "application/json": { schema: { type: "object", properties: { id } } } };
    const parameters = [{ name: "id", in: "path", required: true, schema: id }];
    const paths = {
      "/shop/v1/orders": {
        post: { requestBody: { content }, responses: { 201: { description: "Made.", content } } },
      },
      "/shop/v1/orders/{id}": { get: { parameters, responses: { 200: { description: "OK.", content } } } },
    };
    const fake = createFakeConfluent({
      documents: [{ name: "shop.json", text: JSON.stringify({ openapi: "3.1.0", paths }) }],
    });
    const create = async (): Promise<unknown> => {
      const init = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
      return (await fake.fetch("https://shop.example/shop/v1/orders", init)).json();
    };
    expect([await create(), await create(), await create()]).toEqual(keys.map((key) => ({ id: key })));
  });
});
