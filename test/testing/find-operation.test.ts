import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startMockServer, type MockServer } from "../../src/testing/index.js";

const name = (value: string): object => ({
  description: "OK.",
  content: { "application/json": { schema: { type: "string", example: value } } },
});
const page = { description: "Too many.", content: { "text/html": { schema: { type: "string" } } } };
const id = { name: "id", in: "path", required: true, schema: { type: "string" } };

/** Paths that could be taken for one another. */
const document = {
  openapi: "3.0.3",
  info: { title: "Things", version: "1" },
  paths: {
    "/things": { get: { responses: { 200: name("all"), 429: page } } },
    "/things?expand=info,status": { get: { responses: { 200: name("expanded") } } },
    "/things/{id}": { get: { parameters: [id], responses: { 200: name("one") } } },
    "/things/{id}:copy": { get: { parameters: [id], responses: { 200: name("copy") } } },
    "/things/-": { get: { responses: { 200: name("any") } } },
    "/things/with space": { get: { responses: { 200: name("space") } } },
  },
};

let folder: string;
let server: MockServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "find-operation-"));
  const path = join(folder, "things.json");
  await writeFile(path, JSON.stringify(document));
  server = await startMockServer({ document: path });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

test.each([
  ["/things", "all"],
  ["/things?other=1", "all"],
  ["/things?expand=info", "all"],
  ["/things?expand=info,status", "expanded"],
  ["/things?expand=info%2Cstatus&other=1", "expanded"],
  ["/things/a", "one"],
  ["/things/a%2Fb", "one"],
  ["/things/a:copy", "copy"],
  ["/things/-", "any"],
  ["/things/with%20space", "space"],
])("%s is the operation of %s", async (path, expected) => {
  const response = await fetch(server.url + path);
  expect(await response.json()).toBe(expected);
});

test.each([
  ["GET", "/nothing"],
  ["GET", "/things/a/b"],
])("%s %s is no operation", async (method, path) => {
  const response = await fetch(server.url + path, { method });
  expect(response.status).toBe(404);
});

test("another method of a path is not allowed", async () => {
  const response = await fetch(`${server.url}/things?expand=info,status`, { method: "DELETE" });
  expect(response.status).toBe(405);
});

test("a failure that is asked for comes in the document's media type, whatever `Accept` says", async () => {
  const response = await fetch(`${server.url}/things`, {
    headers: { Accept: "application/json", Prefer: "code=429" },
  });
  expect(response.status).toBe(429);
  expect(response.headers.get("content-type")).toBe("text/html");
});

test.each(["/things/%zz", "/things/%E0%A4%A", "/%"])("%s is no path of an operation", async (path) => {
  const { status } = await fetch(server.url + path);
  expect(status).toBe(404);
  expect((await fetch(`${server.url}/things`)).status).toBe(200);
});
