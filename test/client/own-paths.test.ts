import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { bearerToken, createClient, NotFoundError, type ConfluentClient } from "../../src/index.js";
import type { paths } from "../fixtures/bookshop.js";
import { rejection } from "../support/rejection.js";
import { serve, type TestServer } from "../support/server.js";

type Bookshop = ConfluentClient<paths>;

function connect(server: TestServer): Bookshop {
  return createClient<paths>({ baseUrl: server.url, auth: bearerToken("token-1") });
}

test("the types of the bookshop are what openapi-typescript makes of its document", async () => {
  const [tool, document] = [
    "../../node_modules/openapi-typescript/bin/cli.js",
    "../fixtures/bookshop.yaml",
  ].map((path) => fileURLToPath(new URL(path, import.meta.url))) as [string, string];
  // Away from redocly.yaml, whose rules are for the documents of this project.
  const { stdout } = await promisify(execFile)(process.execPath, [tool, document], { cwd: tmpdir() });
  const text = await format(stdout, { parser: "typescript", printWidth: 110 });
  await expect(text).toMatchFileSnapshot("../fixtures/bookshop.ts");
});

describe("createClient<paths> for a document of one's own", () => {
  test("has the path methods, with the credentials and the SDK's headers", async () => {
    const server = await serve({ status: 201, body: { isbn: "1", title: "Emma" } });
    const { data } = await connect(server).POST("/books", { body: { isbn: "1", title: "Emma" } });
    expect(data?.title).toBe("Emma");
    expect(server.requests).toMatchObject([
      { method: "POST", url: "/books", body: '{"isbn":"1","title":"Emma"}' },
    ]);
    expect(server.requests[0]?.headers).toMatchObject({
      authorization: "Bearer token-1",
      "user-agent": expect.stringMatching(/^confluent-cloud-sdk\//) as string,
    });
  });

  test("gives an error for a failure without a body", async () => {
    const server = await serve({ status: 409 });
    const { error } = await connect(server).POST("/books", { body: { isbn: "1", title: "Emma" } });
    expect(error).toBeTruthy();
  });

  test("walks its lists", async () => {
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

  test("has errors of class when a page fails", async () => {
    const server = await serve({ status: 404, body: { reason: "no such author" } });
    const list = connect(server).paginate("/books", { params: { query: { author: "Nobody" } } });
    const { operation } = await rejection(list.toArray(), NotFoundError);
    expect(operation).toBe("GET /books");
  });
});
