import { describe, expect, test } from "vitest";
import { createClient, noAuth } from "../../../src/index.js";
import { createFakeConfluent, startMockServer } from "../../../src/testing/index.js";
import { problemOf, shop, GET, type Json } from "./shop.js";

/* Path items, and parts of operations, that refer to others, with more beside the reference. */

const DELETE: Json = { responses: { 204: { description: "Deleted." } } };
const QUERY: Json = { name: "color", in: "query", required: true, schema: { type: "string" } };

type Shop = ReturnType<typeof shop>;

async function statusOf(document: Shop, request: string): Promise<number> {
  const [method = "", path = ""] = request.split(" ");
  const fake = createFakeConfluent({ documents: [document] });
  return (await fake.fetch(`https://shop.example${path}`, { method })).status;
}

describe.each<readonly [string, string, Json]>([
  ["the components", "#/components/pathItems/Tools", { components: { pathItems: { Tools: { get: GET } } } }],
  ["an extension", "#/x-items/Tools", { "x-items": { Tools: { get: GET } } }],
  [
    "another one, which refers on",
    "#/components/pathItems/Some",
    {
      components: {
        pathItems: { Some: { $ref: "#/components/pathItems/Tools", head: GET }, Tools: { get: GET } },
      },
    },
  ],
])("a path item of %s", (_what, $ref, parts) => {
  test("is the same by its reference", async () => {
    const document = shop({ ...parts, paths: { "/a": { $ref }, "/b": { $ref, summary: "B." } } });
    expect(await statusOf(document, "GET /a")).toBe(200);
    expect(await statusOf(document, "GET /b")).toBe(200);
  });

  test("may have operations beside its reference", async () => {
    const document = shop({ ...parts, paths: { "/a": { $ref, delete: DELETE }, "/b": { $ref } } });
    expect(await statusOf(document, "GET /a")).toBe(200);
    expect(await statusOf(document, "DELETE /a")).toBe(204);
    expect(await statusOf(document, "DELETE /b")).toBe(405);
  });

  test("may have parameters beside its reference", async () => {
    const document = shop({ ...parts, paths: { "/a": { $ref, parameters: [QUERY] } } });
    expect(await statusOf(document, "GET /a")).toBe(422);
    expect(await statusOf(document, "GET /a?color=red")).toBe(200);
  });

  test("has mistakes beside its reference reported", () => {
    const item = { $ref, Delete: DELETE, put: { ...DELETE, deprecated: "no" } };
    expect(problemOf(shop({ ...parts, paths: { "/a": item } })).split("\n")).toEqual([
      'shop.json#/paths/~1a/put/deprecated: must be true or false, not "no"',
      "shop.json#/paths/~1a/Delete: is no method: did you mean delete?",
    ]);
  });
});

test("a path item of another path may have more", async () => {
  const paths = { "/a": { $ref: "#/paths/~1b", delete: DELETE }, "/b": { get: GET } };
  expect(await statusOf(shop({ paths }), "GET /a")).toBe(200);
  expect(await statusOf(shop({ paths }), "DELETE /a")).toBe(204);
});

test("a path item that refers to itself is refused", () => {
  const paths = { "/a": { $ref: "#/paths/~1a", get: GET } };
  expect(problemOf(shop({ paths }))).toBe("shop.json#/paths/~1a/$ref: #/paths/~1a refers to itself");
});

test("what is beside the reference of a part that is no schema says nothing, wherever it leads", async () => {
  const extensions = { "x-query": QUERY, "x-ok": { description: "OK.", headers: {} } };
  const get = {
    parameters: [{ $ref: "#/x-query", required: false }],
    responses: { 200: { $ref: "#/x-ok", headers: { A: { required: true, schema: {} } } } },
  };
  const document = shop({ ...extensions, paths: { "/a": { get } } });
  expect(await statusOf(document, "GET /a")).toBe(422);
  expect(await statusOf(document, "GET /a?color=red")).toBe(200);
});

test("the mock has what is beside a reference", async () => {
  const components = { pathItems: { Tools: { get: GET } } };
  const paths = { "/a": { $ref: "#/components/pathItems/Tools", delete: DELETE } };
  const server = await startMockServer({ documents: [shop({ components, paths })] });
  const client = createClient({ baseUrl: server.url, auth: noAuth(), api: { operations: {} } });
  try {
    const { response } = await client.GET("/a" as never);
    expect(response.status).toBe(200);
    const deletion = await client.DELETE("/a" as never);
    expect(deletion.response.status).toBe(204);
  } finally {
    await server.close();
  }
});
