import { expect, test } from "vitest";
import { apiKey, createClient } from "../../../src/index.js";
import { createFakeConfluent, type FakeConfluent } from "../../../src/testing/index.js";
import { problemOf, shop, type Json } from "./shop.js";

/* Paths as URI templates have them (RFC 6570): openapi-fetch reads these, too. */

const RESPONSES = { 200: { description: "OK." }, 422: { description: "No." } };

function itemWith(style: string, schema: Json, name = "id", explode = false): Json {
  const parameter = { name, in: "path", required: true, style, explode, schema };
  return { get: { operationId: "getTool", parameters: [parameter], responses: RESPONSES } };
}

const NUMBER: Json = { type: "integer" };
const NUMBERS: Json = { type: "array", items: NUMBER, minItems: 2 };

const fakeOf = (paths: Json): FakeConfluent => createFakeConfluent({ documents: [shop({ paths })] });

test.each<readonly [string, Json, string, string]>([
  ["/tools/{id*}", itemWith("simple", NUMBERS, "id", true), "/tools/3,4", "/tools/3"],
  ["/tools/{.id}", itemWith("label", NUMBER), "/tools/.5", "/tools/.five"],
  ["/tools/{;id}", itemWith("matrix", NUMBER), "/tools/;id=5", "/tools/;id=five"],
  ["/tools/{;id*}", itemWith("matrix", NUMBERS, "id", true), "/tools/;id=3;id=4", "/tools/;id=3"],
  ["/tools/{+id}", itemWith("simple", NUMBER), "/tools/5", "/tools/five"],
  ["/tools/{id+}", itemWith("simple", NUMBER), "/tools/5", "/tools/five"],
  ["/tools{;id}", itemWith("matrix", NUMBER), "/tools;id=5", "/tools;id=five"],
  ["/tools/{id}", itemWith("matrix", NUMBER), "/tools/;id=5", "/tools/;id=five"],
])("%s has its parameter", async (path, item, right, wrong) => {
  const { fetch } = fakeOf({ [path]: item });
  expect((await fetch(`https://shop.example${right}`)).status).toBe(200);
  expect((await fetch(`https://shop.example${wrong}`)).status).toBe(422);
});

test("the client sends what the fake reads", async () => {
  const path = "/tools/{;id*}";
  const fake = fakeOf({ [path]: itemWith("matrix", NUMBERS, "id", true) });
  const client = createClient({
    api: { operations: {} },
    fetch: fake.fetch,
    auth: apiKey({ key: "any", secret: "any" }),
  });
  await client.GET(path as never, { params: { path: { id: [3, 4] } } } as never);
  expect(fake.requests.map(({ params }) => params)).toEqual([{ id: [3, 4] }]);
});

test("a parameter that a template lacks is reported with the name that is there", () => {
  const item = itemWith("simple", NUMBER, "ids");
  expect(problemOf(shop({ paths: { "/tools/{;id*}": item } }))).toBe(
    "shop.json#/paths/~1tools~1{;id*}/get/parameters/0: is the path parameter ids, and /tools/{;id*} has no {ids}: did you mean {id}?",
  );
});
