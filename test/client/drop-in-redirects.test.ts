import { describe, expect, test } from "vitest";
import { apiKey } from "../../src/index.js";
import createClient from "../../src/openapi-fetch.js";
import type { paths } from "../fixtures/bookshop.js";
import { serve } from "../support/server.js";

const book = { isbn: "1", title: "Emma" };
const isbn = { params: { path: { isbn: "1" } } };

describe("a redirect to another origin", () => {
  test("is left to fetch without credentials, and refused with them", async () => {
    const other = await serve(() => ({ body: book }));
    const server = await serve(() => ({ status: 302, headers: { location: `${other.url}/books/1` } }));
    const { data } = await createClient<paths>({ baseUrl: server.url }).GET("/books/{isbn}", isbn);
    expect(data).toEqual(book);
    const auth = apiKey({ key: "KEY", secret: "SECRET" });
    const { response } = await createClient<paths>({ baseUrl: server.url, auth }).GET("/books/{isbn}", isbn);
    expect(response.status).toBe(302);
    expect(other.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });
});
