import { expect, test } from "vitest";
import { createFakeConfluent } from "../../../src/testing/index.js";

/* Whichever way a document describes a member: what the fake takes, it keeps and shows. */

const text = { type: "string" };
const one = (name: string): object => ({ type: "object", properties: { [name]: text } });
const isX = { properties: { k: { const: "x" } } };

test.each([
  ["`then`", { ...one("k"), if: isX, then: one("extra") }, { k: "x", extra: "y" }],
  ["`else`", { ...one("k"), if: isX, else: one("extra") }, { k: "z", extra: "y" }],
  [
    "two conditions",
    {
      allOf: [
        { ...one("k"), if: isX, then: one("a") },
        { if: isX, then: one("b") },
      ],
    },
    { k: "x", a: "y", b: "z" },
  ],
  ["`dependentSchemas`", { ...one("k"), dependentSchemas: { k: one("extra") } }, { k: "x", extra: "y" }],
  [
    "a pattern of names",
    { ...one("k"), patternProperties: { "^x-": { type: "array", items: one("a") } } },
    { k: "x", "x-a": [{ a: "y" }] },
  ],
  ["several variants", { anyOf: [one("a"), one("b")] }, { a: "x", b: "y" }],
  [
    "two unions",
    { allOf: [{ oneOf: [one("a")] }, { anyOf: [one("c"), one("d")] }] },
    { a: "x", c: "y", d: "z" },
  ],
  [
    "other members of a variant",
    { oneOf: [{ ...one("a"), additionalProperties: text }] },
    { a: "x", more: "y" },
  ],
])("what %s describes is kept", async (_, schema, value) => {
  const holder = { type: "object", properties: { id: { ...text, readOnly: true }, value: schema } };
  const content = { "application/json": { schema: holder } };
  const ok = { description: "OK.", content };
  const requestBody = { content };
  const parameters = [{ name: "id", in: "path", required: true, schema: text }];
  const paths = {
    "/things": { post: { operationId: "createThing", requestBody, responses: { 201: ok } } },
    "/things/{id}": {
      get: { operationId: "getThing", parameters, responses: { 200: ok } },
      put: { operationId: "putThing", parameters, requestBody, responses: { 200: ok } },
    },
  };
  const document = { name: "things.json", text: JSON.stringify({ openapi: "3.1.0", paths }) };
  const fake = createFakeConfluent({ documents: [document] });
  const send = async (method: string, path: string, body?: object): Promise<unknown> => {
    const headers = { "content-type": "application/json" };
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    return (await fake.fetch(`https://things.example.com/things${path}`, init)).json();
  };
  const created = (await send("POST", "", { value })) as { readonly id: string };
  expect(created).toMatchObject({ value });
  expect(await send("GET", `/${created.id}`)).toEqual(created);
  expect(await send("PUT", `/${created.id}`, { value })).toEqual(created);
});
