import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { bearerToken, NotFoundError } from "../../src/index.js";
import createClient, { type DropInClient } from "../../src/openapi-fetch.js";
import type { paths } from "../fixtures/bookshop.js";
import { rejection } from "../support/rejection.js";
import { serve, type TestServer } from "../support/server.js";

function connect(server: TestServer): DropInClient<paths> {
  return createClient<paths>({ baseUrl: server.url, auth: bearerToken("token-1") });
}

test("the types of the bookshop are those that openapi-typescript writes for its document", async () => {
  const [tool, document] = [
    "../../node_modules/openapi-typescript/bin/cli.js",
    "../fixtures/bookshop.yaml",
  ].map((path) => fileURLToPath(new URL(path, import.meta.url))) as [string, string];
  // Outside the project, whose redocly.yaml has rules for its own documents.
  const { stdout } = await promisify(execFile)(process.execPath, [tool, document], { cwd: tmpdir() });
  const text = await format(stdout, { parser: "typescript", printWidth: 110 });
  await expect(text).toMatchFileSnapshot("../fixtures/bookshop.ts");
});

describe("the drop-in, for your own document", () => {
  test("has the path methods, which send the credentials that were given", async () => {
    const server = await serve({ status: 201, body: { isbn: "1", title: "Emma" } });
    const { data } = await connect(server).POST("/books", { body: { isbn: "1", title: "Emma" } });
    expect(data?.title).toBe("Emma");
    expect(server.requests).toMatchObject([
      { method: "POST", url: "/books", body: '{"isbn":"1","title":"Emma"}' },
    ]);
    expect(server.requests[0]?.headers.authorization).toBe("Bearer token-1");
  });

  test("reads lists page by page", async () => {
    const server = await serve([
      { body: { data: [{ isbn: "1", title: "Emma" }], metadata: { next: "/books?page_token=2" } } },
      { body: { data: [{ isbn: "2", title: "Persuasion" }], metadata: {} } },
    ]);
    const query = { author: "Austen" };
    const titles: string[] = [];
    for await (const book of connect(server).paginate("/books", { params: { query } }))
      titles.push(book.title);
    expect(titles).toEqual(["Emma", "Persuasion"]);
    expect(server.requests.map(({ url }) => url)).toEqual([
      "/books?author=Austen",
      "/books?author=Austen&page_token=2",
    ]);
  });

  test("throws the error class of the status when a page fails", async () => {
    const server = await serve({ status: 404, body: { reason: "no such author" } });
    const list = connect(server).paginate("/books", { params: { query: { author: "Nobody" } } });
    const { operation } = await rejection(list.toArray(), NotFoundError);
    expect(operation).toBe("GET /books");
  });
});
