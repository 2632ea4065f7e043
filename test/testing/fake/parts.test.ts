import { beforeEach, expect, test } from "vitest";
import { connectV1 } from "../../../src/generated/connect-v1.js";
import { kafkaV3 } from "../../../src/generated/kafka-v3.js";
import { schemaRegistryV1 } from "../../../src/generated/schema-registry-v1.js";
import { createClientFor, NotFoundError } from "../../../src/index.js";
import { createFakeConfluent } from "../../../src/testing/index.js";
import { optionsFor } from "../../support/fake-options.js";

/* What a path shows, and what is a part of something, follows from the documents: no service is written by hand. */

const fake = createFakeConfluent();
const options = optionsFor(fake);
const registry = createClientFor(schemaRegistryV1, options);
const { clusters } = createClientFor(kafkaV3, options).kafka.v3;
const { connectors } = createClientFor(connectV1, options).connect.v1.environments.clusters;

beforeEach(() => fake.reset());

const credentials = { "kafka.api.key": "KEY", "kafka.api.secret": "****" };

test("the config of a connector is a part of it, by either path", async () => {
  const config = { ...credentials, "connector.class": "GcsSink", name: "logs", "gcs.bucket.name": "first" };
  await connectors.create("env-1", "lkc-1", { name: "logs", config });
  expect(await connectors.config.get("env-1", "lkc-1", "logs")).toMatchObject(config);

  const changed = { ...credentials, "connector.class": "GcsSink", name: "logs", topics: "orders" };
  const connector = await connectors.config.update("env-1", "lkc-1", "logs", changed);
  expect(connector).toMatchObject({ name: "logs", config: changed });
  const read = await connectors.config.get("env-1", "lkc-1", "logs");
  expect(read).toMatchObject(changed);
  expect(read).not.toHaveProperty(["gcs.bucket.name"]);
  expect((await connectors.get("env-1", "lkc-1", "logs")).config).toEqual(read);
});

test("a config that names its connector creates it", async () => {
  const config = { ...credentials, "connector.class": "GcsSink", name: "logs" };
  await expect(connectors.config.get("env-1", "lkc-1", "logs")).rejects.toThrow(NotFoundError);
  const created = await connectors.config.update("env-1", "lkc-1", "logs", config);
  expect(created).toMatchObject({ name: "logs", config });
  expect(await connectors.get("env-1", "lkc-1", "logs")).toEqual(created);
  expect(await connectors.list("env-1", "lkc-1")).toEqual(["logs"]);
});

test("a connector has the name that its config says", async () => {
  const config = { ...credentials, "connector.class": "GcsSink", name: "logs" };
  expect(await connectors.create("env-1", "lkc-1", { config })).toMatchObject({ name: "logs" });
  expect(await connectors.list("env-1", "lkc-1")).toEqual(["logs"]);
});

test("the offsets of a new connector are there below it", async () => {
  const offsets = [{ partition: { kafka_partition: 0 }, offset: { kafka_offset: 7 } }];
  const config = { ...credentials, "connector.class": "GcsSink", name: "logs" };
  expect(await connectors.create("env-1", "lkc-1", { name: "logs", config, offsets })).toMatchObject({
    name: "logs",
    offsets,
  });
  expect(await connectors.offsets.get("env-1", "lkc-1", "logs")).toMatchObject({ name: "logs", offsets });
  expect(await connectors.status.get("env-1", "lkc-1", "logs")).toMatchObject({ name: "logs" });
});

test("a part has no more than its resource, and none without it", async () => {
  await registry.exporters.register({ name: "copy" });
  expect(await registry.exporters.config.get("copy")).toEqual({});
  await expect(registry.exporters.config.get("none")).rejects.toThrow(NotFoundError);
});

test("the config of an exporter is a part of it, and the response to a change names it", async () => {
  await registry.exporters.register({
    name: "copy",
    config: { "schema.registry.url": "https://one.example" },
  });
  const config = { "schema.registry.url": "https://two.example", "basic.auth.user.info": "key:secret" };
  expect(await registry.exporters.config.update("copy", config)).toEqual({ name: "copy" });
  expect(await registry.exporters.config.get("copy")).toEqual(config);
  expect((await registry.exporters.getExporterInfoByName("copy")).config).toEqual(config);

  // What the body can say all of is replaced.
  await registry.exporters.updateExporterInfo("copy", { contextType: "NONE" });
  expect(await registry.exporters.getExporterInfoByName("copy")).toEqual({
    name: "copy",
    contextType: "NONE",
  });
});

test("a member with another name where it is read is one member", async () => {
  const put = { compatibility: "FORWARD", normalize: true };
  const read = { compatibilityLevel: "FORWARD", normalize: true };
  expect(await registry.config.updateTopLevelConfig(put)).toEqual(put);
  expect(await registry.config.getTopLevelConfig()).toEqual(read);
  expect(await registry.config.update("orders", { compatibility: "NONE" })).toEqual({
    compatibility: "NONE",
  });
  expect(await registry.config.getSubjectLevelConfig("orders")).toEqual({ compatibilityLevel: "NONE" });
  expect(await registry.config.getTopLevelConfig()).toEqual(read);
});

test("what is put empty is empty", async () => {
  await registry.config.updateTopLevelConfig({});
  expect(await registry.config.getTopLevelConfig()).toEqual({});
  // Its path has no such member, and no example in its place.
  await registry.exporters.register({ name: "copy", config: { other: "x" } });
  expect(await registry.exporters.config.get("copy")).toEqual({});
});

test("a mode that is put is read, of all subjects and of one", async () => {
  await registry.mode.updateTopLevelMode({ mode: "READONLY" });
  await registry.mode.updateMode("orders", { mode: "IMPORT" });
  expect(await registry.mode.getTopLevelMode()).toEqual({ mode: "READONLY" });
  expect(await registry.mode.getMode("orders")).toEqual({ mode: "IMPORT" });
});

test("a body that cannot say all of a resource leaves the rest", async () => {
  const kek = { name: "k", kmsType: "aws-kms", kmsKeyId: "arn:1", shared: true, doc: "First." };
  await registry.dekRegistry.v1.keks.create(kek);
  const changed = await registry.dekRegistry.v1.keks.update("k", {
    kmsProps: { region: "x" },
    doc: "Second.",
  });
  expect(changed).toMatchObject({ ...kek, kmsProps: { region: "x" }, doc: "Second." });
  expect(await registry.dekRegistry.v1.keks.get("k")).toEqual(changed);
  // A member that is sent is replaced whole.
  await registry.dekRegistry.v1.keks.update("k", { kmsProps: { alias: "y" } });
  expect((await registry.dekRegistry.v1.keks.get("k")).kmsProps).toEqual({ alias: "y" });
});

test("a key in the query is that of what is created", async () => {
  const body = { source_cluster_id: "lkc-2", configs: [{ name: "link.mode", value: "SOURCE" }] };
  await clusters.links.create("lkc-1", body, { query: { link_name: "mine" } });
  expect(await clusters.links.get("lkc-1", "mine")).toMatchObject({
    link_name: "mine",
    source_cluster_id: "lkc-2",
  });
});

test("what is created together with a resource is there below it", async () => {
  const configs = [{ name: "cleanup.policy", value: "compact" }];
  await clusters.topics.create("lkc-1", { topic_name: "orders", configs });
  expect(await clusters.topics.configs.get("lkc-1", "orders", "cleanup.policy")).toMatchObject({
    cluster_id: "lkc-1",
    topic_name: "orders",
    name: "cleanup.policy",
    value: "compact",
  });
  await clusters.topics.configs.update("lkc-1", "orders", "cleanup.policy", { value: "delete" });
  const { data } = await clusters.topics.configs.list("lkc-1", "orders");
  expect(data).toMatchObject([{ name: "cleanup.policy", value: "delete" }]);
  expect(data).toHaveLength(1);
});

test("what is only tried is not created", async () => {
  const { response } = await clusters.topics
    .create("lkc-1", { topic_name: "orders", validate_only: true })
    .withResponse();
  expect(response.status).toBe(200);
  await expect(clusters.topics.get("lkc-1", "orders")).rejects.toThrow(NotFoundError);
});

test("a schema that was registered is read as it is, by its number or as the latest", async () => {
  const { versions } = registry.subjects;
  await versions.register("orders", { schema: '{"type":"int"}' });
  await versions.register("orders", { schema: '{"type":"long"}' });
  expect(await versions.get("orders", "latest")).toMatchObject({ version: 2, schema: '{"type":"long"}' });
  expect(await versions.get("orders", "1")).toMatchObject({ version: 1, schema: '{"type":"int"}' });
  expect(await versions.schema.get("orders", "latest")).toEqual({ type: "long" });
});

test("a key of a path is shown in the member that is named for it", async () => {
  await registry.dekRegistry.v1.keks.create({ name: "k", kmsType: "aws-kms", kmsKeyId: "arn:1" });
  await registry.dekRegistry.v1.keks.deks.create("k", { subject: "orders" });
  expect(await registry.dekRegistry.v1.keks.deks.get("k", "orders")).toMatchObject({
    kekName: "k",
    subject: "orders",
  });
  const version = await registry.dekRegistry.v1.keks.deks.versions.get("k", "orders", "1");
  expect(version).toMatchObject({ kekName: "k", subject: "orders", version: 1 });
  expect(await clusters.shareGroups.list("lkc-1")).toMatchObject({ data: [] });
  const [group] = fake.seed("kafka.v3.clusters.shareGroups", [{ share_group_id: "mine" }], {
    cluster_id: "lkc-1",
  });
  expect(group).toMatchObject({ share_group_id: "mine" });
  expect(await clusters.shareGroups.get("lkc-1", "mine")).toEqual(group);
});
