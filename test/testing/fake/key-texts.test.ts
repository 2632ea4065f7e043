import { expect, test } from "vitest";
import { createFakeConfluent, type FakeConfluent } from "../../../src/testing/index.js";

/* Keys that no URL can end in. */

function library(): FakeConfluent {
  const book = { type: "object", properties: { id: { type: "string" } } };
  const content = { "application/json": { schema: book } };
  const ok = { description: "OK.", content };
  const parameters = [{ name: "id", in: "path", required: true, schema: { type: "string" } }];
  const text = JSON.stringify({
    openapi: "3.0.3",
    paths: {
      "/books": { post: { operationId: "createBook", requestBody: { content }, responses: { 201: ok } } },
      "/books/{id}": { get: { operationId: "getBook", parameters, responses: { 200: ok } } },
    },
  });
  return createFakeConfluent({ documents: [{ name: "books.json", text }] });
}

const create = (fake: FakeConfluent, id: string): Promise<Response> =>
  fake.fetch("https://example.com/books", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ id }),
  });

test.each(["", ".", ".."])("the key '%s' is neither seeded nor created", async (id) => {
  const fake = library();
  expect(() => fake.seed("books" as never, [{ id }] as never)).toThrow("seed: books[0]: `/id` must not be ");
  const response = await create(fake, id);
  expect(response.status).toBe(422);
  expect(await response.text()).toContain("must not be ");
});

test.each(["...", ".a", " ", "/"])("the key '%s' can be created, and asked for", async (id) => {
  const fake = library();
  expect((await create(fake, id)).status).toBe(201);
  expect((await fake.fetch(`https://example.com/books/${encodeURIComponent(id)}`)).status).toBe(200);
});
