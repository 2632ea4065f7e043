import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apiKey, createClient, PaginationError, type Api, type Paginated } from "../../src/index.js";
import type { Paging } from "../../src/operation.js";
import { startMockServer, type MockServer } from "../../src/testing/index.js";

type Json = Readonly<Record<string, unknown>>;

const strings: Json = { type: "array", items: { type: "string" } };
const object = (properties: Json): Json => ({ type: "object", properties });
const link = "https://api.confluent.cloud/v1/links?page_token=abc";
const linked = (next: Json): Json =>
  object({ data: strings, metadata: object({ next, total_size: { type: "integer", example: 7 } }) });
const tokens = object({
  data: strings,
  meta: object({
    pagination: object({ next_page_token: { type: "string" }, page_size: { type: "integer" } }),
  }),
});

/** Lists of all paging styles, as users' documents have them: most without an example of a last page. */
const lists: Readonly<Record<string, { query: string[]; schema: Json; examples?: Json }>> = {
  "/v1/links": { query: ["page_token"], schema: linked({ type: "string", example: link }) },
  "/v1/made-up-links": { query: ["page_token"], schema: linked({ type: "string", format: "uri" }) },
  "/v1/examples": {
    query: ["page_token"],
    schema: linked({ type: "string" }),
    examples: {
      first: { value: { data: ["a"], metadata: { next: link } } },
      "last-page": { value: { data: ["b"], metadata: { next: link } } },
    },
  },
  "/v1/tokens": { query: ["page_token"], schema: tokens },
  "/v1/counted": { query: ["offset", "limit"], schema: object({ data: strings }) },
  "/v1/counted-arrays": { query: ["offset", "limit"], schema: strings },
  "/v1/offset-alone": { query: ["page_token"], schema: object({ data: strings }) },
};

let folder: string;
let server: MockServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "end-lists-"));
  const document = join(folder, "lists.json");
  await writeFile(document, JSON.stringify(documentOf()));
  server = await startMockServer({ document });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

function documentOf(): Json {
  const paths = Object.entries(lists).map(([path, { query, schema, examples }]) => {
    const parameters = query.map((name) => ({ name, in: "query", schema: { type: "string" } }));
    const content = { "application/json": { schema, ...(examples && { examples }) } };
    const responses = { 200: { description: "One page.", content }, 404: { description: "None." } };
    return [path, { get: { parameters, responses } }];
  });
  return {
    openapi: "3.0.3",
    info: { title: "Lists", version: "1" },
    paths: Object.fromEntries(paths) as Json,
  };
}

/** The list of a path, as a client that is generated from the document reads it. */
function list(
  path: string,
  style: Paging["style"] = "link",
  headers: Record<string, string> = {},
): Paginated<unknown> {
  const api: Api<object, { things: { list(query: object, options: object): Paginated<unknown> } }> = {
    operations: { things: { list: { id: "listThings", method: "GET", path, paging: { style } } } },
  };
  const auth = apiKey({ key: "any", secret: "any" });
  return createClient({ api, baseUrl: server.url, auth, retry: false }).things.list({}, { headers });
}

async function get(path: string, headers: Record<string, string> = {}): Promise<unknown> {
  return (await fetch(server.url + path, { headers })).json();
}

describe("a list of the mock server ends", () => {
  test("with the example `last-page`, whose own link is left out", async () => {
    expect(await list("/v1/examples").toArray()).toEqual(["a", "b"]);
  });

  test("with a second page without a link, where there is no such example", async () => {
    expect(await list("/v1/links").toArray()).toEqual(["string", "string"]);
    expect(await get("/v1/links")).toMatchObject({ metadata: { next: link } });
    expect(await get("/v1/links?page_token=abc")).toEqual({ data: ["string"], metadata: { total_size: 7 } });
  });

  test("with its first page, where Prism makes the link up", async () => {
    expect(await list("/v1/made-up-links").toArray()).toEqual(["string"]);
  });

  test("with a second page without a token in meta.pagination", async () => {
    expect(await list("/v1/tokens", "token").toArray()).toEqual(["string", "string"]);
    expect(await get("/v1/tokens?page_token=abc")).toEqual({
      data: ["string"],
      meta: { pagination: { page_size: 0 } },
    });
  });

  test.each(["/v1/counted", "/v1/counted-arrays"])(
    "with an empty page of the counted list %s",
    async (path) => {
      expect(await list(path, "offset").toArray()).toEqual(["string"]);
      expect(await get(`${path}?offset=0`)).toEqual(await get(path));
    },
  );

  test("but not because of an empty token or an offset that the operation does not have", async () => {
    expect(await get("/v1/offset-alone?offset=3")).toEqual({ data: ["string"] });
    expect(await get("/v1/links?page_token=")).toMatchObject({ metadata: { next: link } });
  });
});

describe("a request that chooses its response gets that", () => {
  test("by the header Prefer, even if the list never ends", async () => {
    const reading = list("/v1/examples", undefined, { Prefer: "example=first" }).toArray();
    await expect(reading).rejects.toThrow(PaginationError);
  });

  test.each([{ Prefer: "code=404" }, undefined])("of another status: %o", async (headers) => {
    const query = headers ? "page_token=abc" : "page_token=abc&__code=404";
    expect((await fetch(`${server.url}/v1/examples?${query}`, headers && { headers })).status).toBe(404);
  });
});
