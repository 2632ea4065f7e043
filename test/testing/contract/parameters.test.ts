import { expect, test } from "vitest";
import { checkService, parameterNames } from "../../../src/testing/contract.js";
import type { NamedText } from "../../../src/testing/document/document-source.js";
import { serve } from "../../support/server.js";

/** The values that a caller gives for parameters, and what is sent of them. */

function shop(parameters: readonly object[]): readonly NamedText[] {
  const schema = { type: "object", properties: { data: { type: "array", items: {} } } };
  const responses = { 200: { description: "OK.", content: { "application/json": { schema } } } };
  const paths = { "/shop/v1/tools": { get: { parameters, responses } } };
  return [{ name: "shop.json", text: JSON.stringify({ openapi: "3.0.3", paths }) }];
}

const text = { type: "string" };
const options = { maxRequests: 50, isOpen: true };

test("that of a header is sent, and without one the operation is not called", async () => {
  const { url: baseUrl, requests } = await serve({ body: { data: [] } });
  const documents = shop([
    { name: "X-Tenant", in: "header", required: true, schema: text },
    { name: "theme", in: "cookie", schema: text },
  ]);
  expect(parameterNames(documents)).toEqual(["X-Tenant"]);
  const { skipped } = await checkService(documents, { ...options, baseUrl, parameters: {} });
  expect(skipped).toMatchObject([{ reason: "no value is known for X-Tenant: --param gives one" }]);
  await checkService(documents, { ...options, baseUrl, parameters: { "X-Tenant": "t-1" } });
  expect(requests.map(({ headers }) => headers["x-tenant"])).toEqual(["t-1"]);
});

test.each([
  ["an optional one that finds something", false, [{ id: 1 }], ["?kind=Saw"]],
  ["an optional one that finds nothing, and no more", false, [], ["?kind=Saw", ""]],
  ["a required one alone", true, [], ["?kind=Saw"]],
])("a list is asked for with %s", async (_what, required, data, queries) => {
  const { url: baseUrl, requests } = await serve({ body: { data } });
  const documents = shop([{ name: "kind", in: "query", required, schema: text }]);
  await checkService(documents, { ...options, baseUrl, parameters: { kind: "Saw" } });
  expect(requests.map(({ url }) => url.replace("/shop/v1/tools", ""))).toEqual(queries);
});

test("what an empty list does not have is not asked for by the id of something else", async () => {
  const { url: baseUrl, requests } = await serve(({ url }) => ({
    body: { data: url === "/v1/racks" ? [{ id: "r-1" }] : [] },
  }));
  const item = { type: "object", properties: { id: text } };
  const list = { type: "object", properties: { data: { type: "array", items: item } } };
  const responding = (schema: object): object => ({
    responses: { 200: { description: "OK.", content: { "application/json": { schema } } } },
  });
  const parameters = [{ name: "id", in: "path", required: true, schema: text }];
  const paths = {
    "/v1/racks": { get: responding(list) },
    "/v1/saws": { get: responding(list) },
    "/v1/saws/{id}": { get: { parameters, ...responding(item) } },
  };
  const documents = [{ name: "shop.json", text: JSON.stringify({ openapi: "3.0.3", paths }) }];
  const { skipped } = await checkService(documents, { ...options, baseUrl, parameters: {} });
  expect(requests.map(({ url }) => url)).toEqual(["/v1/racks", "/v1/saws"]);
  expect(skipped).toMatchObject([{ reason: "no value is known for id: --param gives one" }]);
});

test("several in one segment of a path are all sent", async () => {
  const { url: baseUrl, requests } = await serve({ body: { id: 1 } });
  const parameters = ["base", "head"].map((name) => ({ name, in: "path", required: true, schema: text }));
  const get = { parameters, responses: { 200: { content: { "application/json": {} } } } };
  const paths = { "/compare/{base}...{head}/files": { get } };
  const documents = [{ name: "shop.json", text: JSON.stringify({ openapi: "3.0.3", paths }) }];
  expect(parameterNames(documents)).toEqual(["base", "head"]);
  const without = await checkService(documents, { ...options, baseUrl, parameters: { base: "v1" } });
  expect(without.skipped).toMatchObject([{ reason: "no value is known for head: --param gives one" }]);
  await checkService(documents, { ...options, baseUrl, parameters: { base: "v1", head: "v2" } });
  expect(requests.map(({ url }) => url)).toEqual(["/compare/v1...v2/files"]);
});
