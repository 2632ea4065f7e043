import { beforeEach, expect, test } from "vitest";
import { kafkaV3 } from "../../../src/generated/kafka-v3.js";
import { schemaRegistryV1 } from "../../../src/generated/schema-registry-v1.js";
import { createClientFor, NotFoundError } from "../../../src/index.js";
import { createFakeConfluent } from "../../../src/testing/index.js";
import { optionsFor } from "../../support/fake-options.js";

/* What one path keeps is shown by others. */

const fake = createFakeConfluent();
const options = optionsFor(fake);
const registry = createClientFor(schemaRegistryV1, options);
const { clusters } = createClientFor(kafkaV3, options).kafka.v3;

beforeEach(() => fake.reset());

test("a schema that is registered is found by its id, and listed", async () => {
  const { versions } = registry.subjects;
  const int = { schema: '"int"' };
  const first = await versions.register("orders", int);
  const other = await versions.register("orders", { schema: '"long"' });
  expect([first.version, other.version]).toEqual([1, 2]);
  expect(other.id).not.toBe(first.id);
  expect(await registry.schemas.ids.get(first.id ?? 0)).toMatchObject(int);
  expect(await registry.schemas.ids.schema.get(other.id ?? 0)).toBe("long");
  await expect(registry.schemas.ids.get(77)).rejects.toThrow(NotFoundError);

  // A schema that is known has its id: the same version in its subject, and one of its own in another.
  expect(await versions.register("orders", int)).toMatchObject({ id: first.id, version: 1 });
  expect(await versions.register("users", int)).toMatchObject({ id: first.id, version: 1 });
  expect(await versions.list("orders").toArray()).toEqual([1, 2]);
  const id = first.id ?? 0;
  expect(await registry.schemas.ids.subjects.list(id).toArray()).toEqual(["orders", "users"]);
  expect(await registry.schemas.ids.versions.list(id).toArray()).toEqual([
    { subject: "orders", version: 1 },
    { subject: "users", version: 1 },
  ]);
  expect(await registry.schemas.listSchemas().toArray()).toMatchObject([
    { subject: "orders", version: 1, id },
    { subject: "orders", version: 2, id: other.id },
    { subject: "users", version: 1, id },
  ]);
  const seeded = fake.seed("subjects.versions", [{}, {}], { subject: "seeded" });
  expect(seeded).toMatchObject([{ id: 3 }, { id: 4 }]);
});

test("a list of all of a kind has those of each", async () => {
  for (const topic_name of ["a", "b"])
    await clusters.topics.create("lkc-1", { topic_name, configs: [{ name: "x", value: topic_name }] });
  await clusters.topics.create("lkc-2", { topic_name: "c", configs: [{ name: "x", value: "c" }] });
  const { data } = await clusters.topics.configs.listKafkaAllTopicConfigs("lkc-1");
  expect(data.map(({ topic_name: name, value }) => [name, value])).toEqual([
    ["a", "a"],
    ["b", "b"],
  ]);
});

test("a schema is looked up in its subject", async () => {
  const { versions } = registry.subjects;
  await versions.register("orders", { schema: '"int"' });
  await versions.register("orders", { schema: '"long"', schemaType: "AVRO" });
  expect(await registry.subjects.lookup("orders", { schema: '"int"' })).toMatchObject({
    subject: "orders",
    version: 1,
    id: 1,
  });
  await expect(registry.subjects.lookup("orders", { schema: '"string"' })).rejects.toThrow(NotFoundError);
});

test("a new version comes after all others, and a deletion says which it was of", async () => {
  const { versions } = registry.subjects;
  await versions.register("orders", { schema: '"int"', version: 5 });
  expect(await versions.register("orders", { schema: '"long"' })).toMatchObject({ version: 6 });
  expect(await versions.get("orders", "latest")).toMatchObject({ schema: '"long"' });
  expect(await versions.delete("orders", "6")).toBe(6);
  expect(await versions.register("orders", { schema: '"string"' })).toMatchObject({ version: 7 });
  expect(await registry.subjects.deleteSubject("orders")).toEqual([5, 7]);
});

test("a schema is the same whether it says its usual type or not, and a seeded one is known", async () => {
  const { versions } = registry.subjects;
  const int = { schema: '"int"' };
  const { id } = await versions.register("orders", int);
  expect(await versions.register("orders", { ...int, schemaType: "AVRO" })).toMatchObject({ id, version: 1 });
  expect(await versions.register("users", { ...int, schemaType: "AVRO" })).toMatchObject({ id });
  expect(await registry.subjects.lookup("orders", { ...int, schemaType: "AVRO" })).toMatchObject({ id });
  expect(await versions.register("orders", { ...int, schemaType: "JSON" })).toMatchObject({ version: 2 });

  const seeds = [{ id: 70, version: 3, schema: '"long"' }];
  fake.seed("subjects.versions", seeds, { subject: "seeded" });
  expect(await versions.register("seeded", { schema: '"long"' })).toMatchObject({ id: 70, version: 3 });
  expect(await versions.register("other", { schema: '"long"' })).toMatchObject({ id: 70, version: 1 });
  expect(await versions.list("seeded").toArray()).toEqual([3]);
});
