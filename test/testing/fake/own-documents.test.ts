import { expect, it, test } from "vitest";
import { createFakeConfluent, type FakeConfluent } from "../../../src/testing/index.js";

/* Documents of users, whose ids and failures look otherwise than Confluent's. */

function fakeOf(id: object, problem: object = {}): FakeConfluent {
  const book = { type: "object", properties: { id: { type: "string", readOnly: true, ...id } } };
  const content = { "application/json": { schema: book } };
  const failure = { description: "A problem.", content: { "application/problem+json": { schema: problem } } };
  const text = JSON.stringify({
    openapi: "3.0.3",
    info: { title: "Books", version: "1" },
    paths: {
      "/books": {
        post: {
          operationId: "createBook",
          requestBody: { content },
          responses: { "201": { description: "Created.", content } },
        },
      },
      "/books/{id}": {
        get: {
          operationId: "getBook",
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
          responses: { "200": { description: "One.", content }, "404": failure },
        },
      },
    },
  });
  return createFakeConfluent({ documents: [{ name: "books", text }] });
}

async function createBooks(fake: FakeConfluent, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let created = 0; created < count; created++) {
    const headers = { "content-type": "application/json" };
    const response = await fake.fetch("https://example.com/books", { method: "POST", headers, body: "{}" });
    expect(response.status).toBe(201);
    ids.push(((await response.json()) as { readonly id: string }).id);
  }
  return ids;
}

it.each([
  "^book_[a-z0-9]{8}$",
  "^[a-z]{6}$",
  "^[0-9a-f]{24}$",
  "^[A-Z]{2}\\d{4}$",
  "^shelf-(north|south)-\\d+$",
])("makes up ids that match %s, each once", async (pattern) => {
  const ids = await createBooks(fakeOf({ pattern }), 40);
  expect(new Set(ids).size).toBe(40);
  for (const id of ids) expect(id).toMatch(new RegExp(pattern, "u"));
});

test("makes up UUIDs where ids are UUIDs", async () => {
  const [first, second] = await createBooks(fakeOf({ format: "uuid" }), 2);
  expect(first).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(second).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(second).not.toBe(first);
});

test("fills the problem that a document declares with what is wrong", async () => {
  const text = { type: "string" };
  const fake = fakeOf({}, { properties: { title: text, status: { type: "integer" }, detail: text } });
  const response = await fake.fetch("https://example.com/books/b-1");
  expect(response.status).toBe(404);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(await response.json()).toEqual({
    title: "Not Found",
    status: 404,
    detail: expect.stringContaining("'b-1'") as string,
  });
});

test("counts the first of several examples up", async () => {
  expect(await createBooks(fakeOf({ examples: ["b-00000", "c-1"] }), 2)).toEqual(["b-00001", "b-00002"]);
});
