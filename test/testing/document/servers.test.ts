import { expect, test } from "vitest";
import { checkRecording } from "../../../src/testing/contract.js";
import { createFakeConfluent } from "../../../src/testing/index.js";
import { problemOf, shop, GET, type Json } from "./shop.js";

/* Where requests go: the addresses that a document, a path or an operation names. */

const PATH = "/shop/v1/tools";
const VARIABLES = {
  region: { default: "eu" },
  base: { default: "v2", enum: ["v2", "v3"] },
  port: { default: 443 },
};

async function statusAt(url: string, parts: Json, path: Json = { get: GET }): Promise<number> {
  const fake = createFakeConfluent({ documents: [shop(parts, path)] });
  return (await fake.fetch(url)).status;
}

test.each([
  ["https://{region}.shop.example:{port}/{base}", "/v2"],
  ["https://shop.example/{base}/", "/v3"],
  ["{base}", ""],
  ["/api/{base}", "/api/v2"],
  ["//shop.example/{base}", "/v2"],
  ["https://shop.example/{other}", ""],
])("a server with variables: %s", async (url, base) => {
  const parts = { servers: [{ url, variables: VARIABLES }] };
  expect(await statusAt(`https://eu.shop.example${base}${PATH}`, parts)).toBe(200);
  expect(await statusAt(`https://eu.shop.example${PATH}`, parts)).toBe(200);
  expect(await statusAt(`https://eu.shop.example/v4${PATH}`, parts)).toBe(404);
});

test("a path and an operation may have servers of their own", async () => {
  const parts = { servers: [{ url: "https://shop.example/api" }] };
  const servers = [{ url: "https://upload.example/files" }];
  expect(await statusAt(`https://upload.example/files${PATH}`, parts, { servers, get: GET })).toBe(200);
  expect(await statusAt(`https://upload.example/files${PATH}`, parts, { get: { ...GET, servers } })).toBe(
    200,
  );
  expect(await statusAt(`https://shop.example/api${PATH}`, parts, { servers: [], get: GET })).toBe(200);
});

test("a recording has the requests below the path of such a server", () => {
  const servers = [{ url: "https://shop.example/{base}", variables: VARIABLES }];
  const request = { method: "GET", url: `https://shop.example/v3${PATH}` };
  const entries = [{ request, response: { status: 200 } }];
  const har = { name: "a.har", text: JSON.stringify({ log: { entries } }) };
  expect(checkRecording([shop({ servers })], har).operations).toMatchObject([{ responses: 1 }]);
});

test("a mistake in a server is reported where it is", () => {
  const servers = [{ url: "https://shop.example/{base}", variables: { base: { enum: "v2" } } }];
  expect(problemOf(shop({ servers }))).toBe(
    'shop.json#/servers/0/variables/base/enum: must be a list, not "v2"',
  );
  expect(problemOf(shop({}, { get: { ...GET, servers: [{}] } }))).toBe(
    "shop.json#/paths/~1shop~1v1~1tools/get/servers/0: has no `url`",
  );
});
