import { describe, expect, test } from "vitest";
import { apiKey } from "../../src/index.js";
import createClient from "../../src/openapi-fetch.js";
import type { paths } from "../fixtures/bookshop.js";
import { serve } from "../support/server.js";

const book = { isbn: "1", title: "Emma" };
const isbn = { params: { path: { isbn: "1" } } };

const auth = apiKey({ key: "KEY", secret: "SECRET" });

describe("with credentials", () => {
  test.each([
    ["in upper case", (url: string) => url.replace("http://", "HTTP://")],
    ["with dots in its path", (url: string) => `${url}/../base`],
    ["as it is", (url: string) => url],
  ])("no redirect leaves the path of a base URL %s", async (_, write) => {
    const server = await serve(() => ({ status: 302, headers: { location: "/admin" } }));
    const client = createClient<paths>({ baseUrl: write(`${server.url}/base`), auth });
    const { response } = await client.GET("/books/{isbn}", isbn);
    expect(response.status).toBe(302);
    expect(server.requests).toHaveLength(1);
  });

  test.each(["manual", "error"] as const)("a redirect is kept with `redirect: %j`", async (redirect) => {
    const server = await serve(() => ({ status: 302, headers: { location: "/books/2" } }));
    const client = createClient<paths>({ baseUrl: server.url, auth });
    const strict = createClient<paths>({ baseUrl: server.url, auth, redirect });
    for (const call of [
      client.GET("/books/{isbn}", { ...isbn, redirect }),
      strict.GET("/books/{isbn}", isbn),
    ]) {
      expect((await call).response.status).toBe(302);
    }
    expect(server.requests).toHaveLength(2);
  });
});

describe("a redirect to another origin", () => {
  test("is left to fetch without credentials, and refused with them", async () => {
    const other = await serve(() => ({ body: book }));
    const server = await serve(() => ({ status: 302, headers: { location: `${other.url}/books/1` } }));
    const { data } = await createClient<paths>({ baseUrl: server.url }).GET("/books/{isbn}", isbn);
    expect(data).toEqual(book);
    const { response } = await createClient<paths>({ baseUrl: server.url, auth }).GET("/books/{isbn}", isbn);
    expect(response.status).toBe(302);
    expect(other.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });
});
