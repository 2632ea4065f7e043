import { beforeEach, expect, test } from "vitest";
import { connectV1 } from "../../../src/generated/connect-v1.js";
import { kafkaV3 } from "../../../src/generated/kafka-v3.js";
import { createClientFor } from "../../../src/index.js";
import { createFakeConfluent } from "../../../src/testing/index.js";
import { optionsFor } from "../../support/fake-options.js";

/* Flags and states that nobody said are those of the example of a response. */

const fake = createFakeConfluent();
const options = optionsFor(fake);
const { topics, brokerConfigs } = createClientFor(kafkaV3, options).kafka.v3.clusters;
const { connectors } = createClientFor(connectV1, options).connect.v1.environments.clusters;

beforeEach(() => fake.reset());

test("a new topic is none of Kafka's own, and its configs are no defaults", async () => {
  expect(await topics.create("lkc-1", { topic_name: "orders" })).toMatchObject({ is_internal: false });
  await topics.configs.alter("lkc-1", "orders", { data: [{ name: "retention.ms", value: "1" }] });
  expect(await topics.configs.get("lkc-1", "orders", "retention.ms")).toMatchObject({
    value: "1",
    is_default: false,
    is_read_only: false,
    is_sensitive: false,
    source: "DYNAMIC_TOPIC_CONFIG",
  });
  await brokerConfigs.update("lkc-1", "log.retention.ms", { value: "1" });
  expect(await brokerConfigs.get("lkc-1", "log.retention.ms")).toMatchObject({ is_read_only: false });
});

test("a seed has the flags of the example, too, and what it says stays", async () => {
  const place = { cluster_id: "lkc-1" };
  fake.seed("kafka.v3.clusters.topics", [{ topic_name: "a" }, { topic_name: "b", is_internal: true }], place);
  expect((await topics.list("lkc-1")).data).toMatchObject([{ is_internal: false }, { is_internal: true }]);
});

test("a new connector has the state of the example until it is paused", async () => {
  const config = {
    "connector.class": "GcsSink",
    name: "logs",
    "kafka.api.key": "KEY",
    "kafka.api.secret": "****",
  };
  await connectors.create("env-1", "lkc-1", { name: "logs", config });
  const state = async (): Promise<unknown> =>
    (await connectors.status.get("env-1", "lkc-1", "logs")).connector.state;
  expect(await state()).toBe("PROVISIONING");
  await connectors.pause("env-1", "lkc-1", "logs");
  expect(await state()).toBe("PAUSED");
});
