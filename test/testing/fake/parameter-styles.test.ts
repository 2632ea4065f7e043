import { expect, test } from "vitest";
import { createFakeConfluent, type FakeConfluent } from "../../../src/testing/index.js";

/* Each style of OpenAPI in which a parameter or a form may be written. */

type Json = Record<string, unknown>;

const COLOUR = { type: "object", properties: { r: { type: "integer" }, g: { type: "integer" } } };
const LIST = { type: "array", items: { type: "integer" } };

function fakeOf(path: string, method: string, operation: Json): FakeConfluent {
  const responses = { 200: { description: "OK." } };
  const paths = { [path]: { [method]: { operationId: "one", responses, ...operation } } };
  return createFakeConfluent({
    documents: [{ name: "a.json", text: JSON.stringify({ openapi: "3.0.3", paths }) }],
  });
}

test.each<[string, Json, string, number]>([
  ["an object, a parameter a member", { schema: COLOUR }, "r=1&g=2", 200],
  ["a wrong member of an object", { schema: COLOUR }, "r=red", 422],
  ["what is no member of an object", { schema: COLOUR }, "b=3", 422],
  ["an object in one parameter", { schema: COLOUR, explode: false }, "p=r,1,g,2", 200],
  ["a wrong object in one parameter", { schema: COLOUR, explode: false }, "p=r,red", 422],
  [
    "a free-form object",
    { schema: { type: "object", additionalProperties: { type: "string" } } },
    "a=b",
    200,
  ],
  ["a union in which a list is", { schema: { anyOf: [{ type: "integer" }, LIST] } }, "p=5", 200],
  [
    "several of a union in which a list is",
    { schema: { anyOf: [{ type: "integer" }, LIST] } },
    "p=5&p=6",
    200,
  ],
  ["what none of a union is", { schema: { anyOf: [{ type: "integer" }, LIST] } }, "p=five", 422],
  ["an empty value", { schema: { type: "boolean" }, allowEmptyValue: true }, "p", 200],
  ["an empty value that may not be", { schema: { type: "boolean" } }, "p", 422],
])("%s in the query", async (_, parameter, query, status) => {
  const fake = fakeOf("/x", "get", { parameters: [{ name: "p", in: "query", ...parameter }] });
  expect((await fake.fetch(`https://example.com/x?${query}`)).status).toBe(status);
});

test.each<[string, Json, string, number]>([
  ["matrix", { style: "matrix", schema: { type: "integer" } }, ";p=5", 200],
  ["matrix", { style: "matrix", schema: { type: "integer" } }, ";p=five", 422],
  ["matrix, exploded", { style: "matrix", explode: true, schema: LIST }, ";p=5;p=6", 200],
  ["label", { style: "label", schema: { type: "string", enum: ["a"] } }, ".a", 200],
  ["label", { style: "label", schema: { type: "string", enum: ["a"] } }, ".b", 422],
  ["label, exploded", { style: "label", explode: true, schema: LIST }, ".5.6", 200],
])("the style %s in a path", async (_, parameter, text, status) => {
  const fake = fakeOf("/x/{p}", "get", {
    parameters: [{ name: "p", in: "path", required: true, ...parameter }],
  });
  expect((await fake.fetch(`https://example.com/x/${text}`)).status).toBe(status);
});

test.each([
  ["tags=1&tags=2", 200],
  ["tags=1", 200],
  ["tags=one", 422],
])("the form %s", async (body, status) => {
  const schema = { type: "object", properties: { tags: LIST } };
  const fake = fakeOf("/x", "post", {
    requestBody: { content: { "application/x-www-form-urlencoded": { schema } } },
  });
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  expect((await fake.fetch("https://example.com/x", { method: "POST", headers, body })).status).toBe(status);
});
