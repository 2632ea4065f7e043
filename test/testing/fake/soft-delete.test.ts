import { beforeEach, expect, test } from "vitest";
import { schemaRegistryV1 } from "../../../src/generated/schema-registry-v1.js";
import { createClientFor, NotFoundError } from "../../../src/index.js";
import { createFakeConfluent } from "../../../src/testing/index.js";
import { optionsFor } from "../../support/fake-options.js";

/* What is deleted, and kept until that is permanent. */

const fake = createFakeConfluent();
const options = optionsFor(fake);
const registry = createClientFor(schemaRegistryV1, options);

beforeEach(() => fake.reset());

test("what is deleted can be undeleted, with what is below it, unless that was permanent", async () => {
  const { keks } = registry.dekRegistry.v1;
  await keks.create({ name: "k", kmsType: "aws-kms", kmsKeyId: "arn:1" });
  await keks.deks.create("k", { subject: "orders" });
  const dek = await keks.deks.get("k", "orders");
  await keks.deks.delete("k", "orders");
  await expect(keks.deks.get("k", "orders")).rejects.toThrow(NotFoundError);
  expect(await keks.deks.get("k", "orders", { deleted: true })).toMatchObject({
    subject: "orders",
    deleted: true,
  });
  await keks.deks.undelete("k", "orders");
  expect(await keks.deks.get("k", "orders")).toEqual(dek);
  expect(await keks.deks.versions.get("k", "orders", "1")).toMatchObject({ subject: "orders", version: 1 });
  await expect(keks.deks.undelete("k", "orders")).rejects.toThrow(NotFoundError);

  await keks.delete("k");
  expect(await keks.list()).toEqual([]);
  expect(await keks.list({ deleted: true })).toEqual(["k"]);
  await keks.undelete("k");
  expect(await keks.deks.get("k", "orders")).toEqual(dek);
  expect(await keks.list({ deleted: true })).toEqual(["k"]);
  await keks.delete("k");
  await keks.delete("k", { permanent: true });
  await expect(keks.undelete("k")).rejects.toThrow(NotFoundError);
  await keks.create({ name: "k", kmsType: "aws-kms", kmsKeyId: "arn:1" });
  expect(await keks.deks.list("k").toArray()).toEqual([]);
});

test("a subject is there as long as it has versions", async () => {
  const { subjects } = registry;
  for (const schema of ['"int"', '"long"']) await subjects.versions.register("orders", { schema });
  await subjects.versions.register("logs", { schema: '"int"' });
  const list = (query = {}): Promise<readonly string[]> => subjects.listSubjects(query).toArray();
  await subjects.versions.delete("orders", "1");
  expect(await list()).toEqual(["orders", "logs"]);
  await subjects.versions.delete("orders", "latest");
  expect(await list()).toEqual(["logs"]);
  expect(await list({ deleted: true })).toEqual(["logs", "orders"]);
  await subjects.versions.register("orders", { schema: '"string"' });
  expect(await list()).toEqual(["logs", "orders"]);
  expect(await subjects.versions.list("orders").toArray()).toEqual([3]);
});

test("a DEK of another version is there beside the first one", async () => {
  const { keks } = registry.dekRegistry.v1;
  await keks.create({ name: "k", kmsType: "aws-kms", kmsKeyId: "arn:1" });
  const first = { subject: "orders", version: 1, encryptedKeyMaterial: "b25l" };
  const second = { subject: "orders", version: 2, encryptedKeyMaterial: "dHdv" };
  await keks.deks.create("k", first);
  expect(await keks.deks.create("k", second)).toMatchObject({ ...second, kekName: "k" });
  expect(await keks.deks.get("k", "orders")).toMatchObject(first);
  expect(await keks.deks.versions.get("k", "orders", "2")).toMatchObject(second);
  expect(await keks.deks.versions.get("k", "orders", "latest")).toMatchObject(second);
  expect(await keks.deks.versions.list("k", "orders").toArray()).toEqual([1, 2]);
  expect(await keks.deks.list("k").toArray()).toEqual(["orders"]);
  await expect(keks.deks.create("k", second)).rejects.toThrow("409");
  await expect(keks.deks.create("k", { subject: "orders" })).rejects.toThrow("409");
});
