import { beforeEach, expect, test } from "vitest";
import { catalogV1 } from "../../../src/generated/catalog-v1.js";
import { connectV1 } from "../../../src/generated/connect-v1.js";
import { kafkaV3 } from "../../../src/generated/kafka-v3.js";
import { schemaRegistryV1 } from "../../../src/generated/schema-registry-v1.js";
import { createClientFor, NotFoundError } from "../../../src/index.js";
import { createFakeConfluent } from "../../../src/testing/index.js";
import { optionsFor } from "../../support/fake-options.js";
import { ordersAcl as acl } from "./orders-acl.js";

/* What an action does is there afterwards, as far as its name and the document tell. */

const fake = createFakeConfluent();
const options = optionsFor(fake);
const registry = createClientFor(schemaRegistryV1, options);
const { clusters } = createClientFor(kafkaV3, options).kafka.v3;
const { connectors } = createClientFor(connectV1, options).connect.v1.environments.clusters;

beforeEach(() => fake.reset());

const config = {
  "connector.class": "GcsSink",
  name: "logs",
  "kafka.api.key": "KEY",
  "kafka.api.secret": "****",
};

test("configs that are altered are those that are read", async () => {
  await clusters.topics.create("lkc-1", {
    topic_name: "orders",
    configs: [{ name: "cleanup.policy", value: "compact" }],
  });
  const { configs } = clusters.topics;
  await configs.alter("lkc-1", "orders", {
    data: [
      { name: "retention.ms", value: "1000" },
      { name: "cleanup.policy", value: "delete", operation: "SET" },
    ],
  });
  expect(await configs.get("lkc-1", "orders", "retention.ms")).toMatchObject({
    cluster_id: "lkc-1",
    topic_name: "orders",
    value: "1000",
  });
  expect(await configs.get("lkc-1", "orders", "cleanup.policy")).toMatchObject({ value: "delete" });
  await configs.alter("lkc-1", "orders", { data: [{ name: "retention.ms", operation: "DELETE" }] });
  const { data } = await configs.list("lkc-1", "orders");
  expect(data.map(({ name }) => name)).toEqual(["cleanup.policy"]);
});

test("configs are altered together, or none of them is", async () => {
  await clusters.topics.create("lkc-1", { topic_name: "orders", configs: [{ name: "a", value: "1" }] });
  const { configs } = clusters.topics;
  const wrong = {
    data: [
      { name: "a", operation: "DELETE" as const },
      { name: "b", value: "2" },
      { name: "", value: "3" },
    ],
  };
  await expect(configs.alter("lkc-1", "orders", wrong)).rejects.toThrow(
    "`body.data.2.name` must not be empty",
  );
  const tried = { data: [{ name: "a", operation: "DELETE" as const }], validate_only: true };
  await configs.alter("lkc-1", "orders", tried);
  expect(await configs.list("lkc-1", "orders")).toMatchObject({ data: [{ name: "a", value: "1" }] });
  await expect(configs.alter("lkc-1", "none", { data: [] })).rejects.toThrow(NotFoundError);
});

test("configs keep their order when altering them fails after several changes", async () => {
  const configs = ["a", "b", "c"].map((name) => ({ name, value: "1" }));
  await clusters.topics.create("lkc-1", { topic_name: "orders", configs });
  const data = [
    { name: "a", operation: "DELETE" as const },
    { name: "d", value: "2" },
    { name: "b", value: "2" },
    { name: "b", operation: "DELETE" as const },
    { name: "d", operation: "DELETE" as const },
  ];
  const { configs: topicConfigs } = clusters.topics;
  await topicConfigs.alter("lkc-1", "orders", { data, validate_only: true });
  await expect(
    topicConfigs.alter("lkc-1", "orders", { data: [...data, { name: "", value: "3" }] }),
  ).rejects.toThrow("`body.data.5.name` must not be empty");
  expect((await topicConfigs.list("lkc-1", "orders")).data).toMatchObject(configs);
});

test("configs of a cluster and of a link are altered, too", async () => {
  await clusters.brokerConfigs.alter("lkc-1", {
    data: [{ name: "auto.create.topics.enable", value: "true" }],
  });
  expect(await clusters.brokerConfigs.get("lkc-1", "auto.create.topics.enable")).toMatchObject({
    value: "true",
  });
  await clusters.links.create("lkc-1", { source_cluster_id: "lkc-2" }, { query: { link_name: "mine" } });
  await clusters.links.configs.alter("lkc-1", "mine", { data: [{ name: "link.mode", value: "SOURCE" }] });
  expect(await clusters.links.configs.list("lkc-1", "mine")).toMatchObject({
    data: [{ name: "link.mode", value: "SOURCE" }],
  });
});

test("ACLs of a batch are listed, each of them once", async () => {
  const other = { ...acl, operation: "WRITE" } as const;
  await clusters.acls.batch("lkc-1", { data: [acl, other] });
  await clusters.acls.create("lkc-1", acl);
  expect(await clusters.acls.get("lkc-1")).toMatchObject({ data: [acl, other] });
  expect(await clusters.acls.get("lkc-1", { operation: "WRITE" })).toMatchObject({ data: [other] });
});

test("a connector that is paused says so, and so does one that runs again", async () => {
  await connectors.create("env-1", "lkc-1", { name: "logs", config });
  await connectors.pause("env-1", "lkc-1", "logs");
  expect(await connectors.status.get("env-1", "lkc-1", "logs")).toMatchObject({
    name: "logs",
    connector: { state: "PAUSED" },
  });
  await connectors.resume("env-1", "lkc-1", "logs");
  expect(await connectors.status.get("env-1", "lkc-1", "logs")).toMatchObject({
    connector: { state: "RUNNING" },
  });
  await expect(connectors.pause("env-1", "lkc-1", "none")).rejects.toThrow(NotFoundError);
});

test("an exporter that is paused says so, and the response names it", async () => {
  await registry.exporters.register({ name: "copy" });
  expect(await registry.exporters.pause.pause("copy")).toEqual({ name: "copy" });
  expect(await registry.exporters.status.get("copy")).toMatchObject({ name: "copy", state: "PAUSED" });
  await registry.exporters.resume.resume("copy");
  expect(await registry.exporters.status.get("copy")).toMatchObject({ state: "RUNNING" });
});

test("mirror topics that are named, or have a pattern, are paused and resumed", async () => {
  const place = { cluster_id: "lkc-1", link_name: "mine" };
  await clusters.links.create("lkc-1", { source_cluster_id: "lkc-2" }, { query: { link_name: "mine" } });
  const topics = ["a-1", "a-2", "b-1"].map((mirror_topic_name) => ({
    mirror_topic_name,
    mirror_status: "ACTIVE" as const,
  }));
  fake.seed("kafka.v3.clusters.links.mirrors", topics, place);
  const { mirrors } = clusters.links;
  const states = async (): Promise<readonly unknown[]> =>
    (await mirrors.list("lkc-1", "mine")).data.map(({ mirror_status: state }) => state);
  const paused = await mirrors.pause("lkc-1", "mine", { mirror_topic_name_pattern: "a-.*" });
  expect(paused.data.map(({ mirror_topic_name: name, error_code: code }) => [name, code])).toEqual([
    ["a-1", null],
    ["a-2", null],
  ]);
  expect(await states()).toEqual(["PAUSED", "PAUSED", "ACTIVE"]);
  await mirrors.resume("lkc-1", "mine", { mirror_topic_names: ["a-2"] });
  await mirrors.promote(
    "lkc-1",
    "mine",
    { mirror_topic_names: ["b-1", "none"] },
    { query: { validate_only: true } },
  );
  expect(await states()).toEqual(["PAUSED", "ACTIVE", "ACTIVE"]);
  await mirrors.failover("lkc-1", "mine", { mirror_topic_names: ["b-1"] });
  expect(await states()).toEqual(["PAUSED", "ACTIVE", "STOPPED"]);
});

test("connectors are listed with what the list expands", async () => {
  await connectors.create("env-1", "lkc-1", { name: "logs", config });
  await connectors.create("env-1", "lkc-1", { name: "other", config: { ...config, name: "other" } });
  await connectors.pause("env-1", "lkc-1", "other");
  const status = await connectors.status.get("env-1", "lkc-1", "logs");
  expect(await connectors.expand("env-1", "lkc-1")).toEqual({
    logs: { info: { name: "logs", config: expect.objectContaining(config) as unknown }, status },
    other: {
      info: expect.objectContaining({ name: "other" }) as unknown,
      status: expect.objectContaining({
        name: "other",
        connector: expect.objectContaining({ state: "PAUSED" }) as unknown,
      }) as unknown,
    },
  });
});

test("tags and business metadata that are put on an entity are listed there", async () => {
  const { entity } = createClientFor(catalogV1, options).catalog.v1;
  const of = { entityType: "kafka_topic", entityName: "lsrc-1:lkc-1:orders" };
  await entity.tags.create([
    { ...of, typeName: "PII" },
    { ...of, typeName: "Secret" },
  ]);
  const { tags, businessmetadata } = entity.type.name;
  const list = async (): Promise<readonly unknown[]> => tags.list(of.entityType, of.entityName);
  expect(await list()).toMatchObject([
    { ...of, typeName: "PII" },
    { ...of, typeName: "Secret" },
  ]);
  expect(await tags.list(of.entityType, "lsrc-1:lkc-1:other")).toEqual([]);
  await expect(
    entity.tags.create([
      { ...of, typeName: "New" },
      { ...of, typeName: "PII" },
    ]),
  ).rejects.toThrow("'PII'");
  await entity.tags.update([{ ...of, typeName: "PII", propagate: true }]);
  await tags.delete(of.entityType, of.entityName, "Secret");
  expect(await list()).toMatchObject([{ ...of, typeName: "PII", propagate: true }]);

  await entity.businessmetadata.create([{ ...of, typeName: "Team", attributes: { owner: "ann" } }]);
  expect(await businessmetadata.list(of.entityType, of.entityName)).toMatchObject([
    { typeName: "Team", attributes: { owner: "ann" } },
  ]);
});
