import { beforeEach, expect, test } from "vitest";
import { catalogV1 } from "../../../src/generated/catalog-v1.js";
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

test("a number that is taken is a conflict, as a name is", async () => {
  const registry = createClientFor(schemaRegistryV1, options);
  await registry.subjects.versions.register("orders", { schema: '"int"', version: 3 });
  const again = registry.subjects.versions.register("orders", { schema: '"long"', version: 3 });
  await expect(again).rejects.toThrow("'3' already exists");
  expect(await registry.subjects.versions.get("orders", "3")).toMatchObject({ schema: '"int"' });
});
