import { beforeEach, expect, test } from "vitest";
import { catalogV1 } from "../../../src/generated/catalog-v1.js";
import { kafkaV3 } from "../../../src/generated/kafka-v3.js";
import { schemaRegistryV1 } from "../../../src/generated/schema-registry-v1.js";
import { apiKey, BadRequestError, createClientFor } from "../../../src/index.js";
import { createFakeConfluent } from "../../../src/testing/index.js";

/* Several resources at once: all of them, or none. */

const fake = createFakeConfluent();
const options = {
  baseUrl: "https://registry.example.com",
  fetch: fake.fetch,
  auth: apiKey({ key: "key", secret: "secret" }),
  retry: false,
} as const;
const { tagdefs } = createClientFor(catalogV1, options).catalog.v1.types;

beforeEach(() => fake.reset());

const namesOf = async (): Promise<readonly unknown[]> => (await tagdefs.list()).map(({ name }) => name);

test("several are created together, or none of them is", async () => {
  await tagdefs.create([{ name: "PII" }, { name: "Secret" }]);
  await expect(tagdefs.create([{ name: "New" }, { name: "PII" }])).rejects.toThrow("'PII' already exists");
  await expect(tagdefs.create([{ name: "Twice" }, { name: "Twice" }])).rejects.toThrow(BadRequestError);
  expect(await namesOf()).toEqual(["PII", "Secret"]);
});

test("what is replaced keeps its place and what the service set", async () => {
  const [first] = await tagdefs.create([{ name: "PII", description: "One." }, { name: "Secret" }]);
  const replaced = await tagdefs.update([{ name: "PII", description: "Two." }]);
  expect(replaced).toMatchObject([{ name: "PII", description: "Two." }]);
  const read = await tagdefs.get("PII");
  expect(read).toMatchObject({ name: "PII", description: "Two." });
  expect(read.guid).toBe(first?.guid);
  expect(await namesOf()).toEqual(["PII", "Secret"]);
});

test("what is not there, or is named twice, is not replaced, and the others are not either", async () => {
  await tagdefs.create([{ name: "PII", description: "One." }]);
  const change = { name: "PII", description: "Two." };
  await expect(tagdefs.update([change, { name: "None" }])).rejects.toThrow("'None'");
  await expect(tagdefs.update([change, change])).rejects.toThrow("'PII' is there twice");
  expect(await tagdefs.get("PII")).toMatchObject({ description: "One." });
  expect(await namesOf()).toEqual(["PII"]);
});

test("of several that are put, those without a key are created as others are, or nothing is", async () => {
  const text = { type: "string" };
  const book = {
    type: "object",
    properties: { id: { ...text, readOnly: true }, name: text, isbn: { ...text, readOnly: true } },
  };
  const content = { "application/json": { schema: { type: "array", items: book } } };
  const ok = { description: "OK.", content };
  const refused = { description: "Refused." };
  const put = { operationId: "putBooks", requestBody: { content }, responses: { 200: ok, 409: refused } };
  const books = { get: { operationId: "listBooks", responses: { 200: ok } }, put };
  const library = createFakeConfluent({
    documents: [
      { name: "library.json", text: JSON.stringify({ openapi: "3.0.3", paths: { "/books": books } }) },
    ],
  });
  const send = async (body?: unknown): Promise<readonly [number, string]> => {
    const init = {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    };
    const response = await library.fetch("https://example.com/books", body === undefined ? {} : init);
    return [response.status, await response.text()];
  };
  const [status, created] = await send([{ name: "a", isbn: "mine" }, { name: "b" }]);
  expect([status, created]).toEqual([200, expect.stringContaining('"name":"a"')]);
  expect(created).not.toContain("mine");
  expect(await send([{ id: "" }])).toEqual([422, expect.stringContaining("`body.0.id` must not be empty")]);
  const [{ id }] = JSON.parse(created) as [{ id: string }];
  // The new one comes first, and is taken back.
  expect((await send([{ name: "c" }, { id, name: "b" }]))[0]).toBe(409);
  expect((await send([{ name: "c" }, { name: "b" }]))[0]).toBe(409);
  expect(await send()).toEqual([200, created]);
});

test.each([
  [[{ name: "" }], "`body.configs.0.name` must not be empty"],
  [[{ name: "a.b" }, { name: ".." }], "`body.configs.1.name` must not be '..'"],
  [[{ name: "a.b" }, { name: "a.b" }], "'a.b' already exists"],
])(
  "what is below a new resource has keys as others have, or nothing is created: %j",
  async (configs, problem) => {
    const { topics } = createClientFor(kafkaV3, options).kafka.v3.clusters;
    await expect(topics.create("lkc-1", { topic_name: "orders", configs })).rejects.toThrow(problem);
    expect(await topics.list("lkc-1")).toMatchObject({ data: [] });
  },
);

test("the place of a key that cannot be is named among several", async () => {
  await expect(tagdefs.create([{ name: "PII" }, { name: "" }])).rejects.toThrow("`body.1.name` must not be");
  expect(await namesOf()).toEqual([]);
});

test("a number that is taken is a conflict, as a name is", async () => {
  const registry = createClientFor(schemaRegistryV1, options);
  await registry.subjects.versions.register("orders", { schema: '"int"', version: 3 });
  const again = registry.subjects.versions.register("orders", { schema: '"long"', version: 3 });
  await expect(again).rejects.toThrow("'3' already exists");
  expect(await registry.subjects.versions.get("orders", "3")).toMatchObject({ schema: '"int"' });
});
