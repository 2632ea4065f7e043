import { afterEach, expect, test, vi } from "vitest";
import { printClusters } from "../../examples/recipes/clusters.js";
import { rowsOf } from "../../examples/recipes/flink-query.js";
import { whilePaused } from "../../examples/recipes/restart-connector.js";
import { createServiceAccount } from "../../examples/recipes/service-account.js";
import { topicNames } from "../../examples/recipes/topics.js";
import { sqlV1 } from "../../src/generated/sql-v1.js";
import { apiKey, createClient, createClientFor } from "../../src/index.js";
import { createFakeConfluent } from "../../src/testing/index.js";

/** The recipes in `examples/`, each tried on a fake of the whole API. */

const auth = apiKey({ key: "key", secret: "secret" });
const fake = createFakeConfluent();
const idOfFirst = ([first]: readonly { readonly id: string }[]): string => first?.id ?? "";
const confluent = createClient({ auth, fetch: fake.fetch });

afterEach(() => {
  fake.assertDone();
  fake.reset();
});

test("a service account gets a role and a key, which is waited for", async () => {
  const crn_pattern = "crn://confluent.cloud/organization=1111/environment=env-1111";
  const id = idOfFirst(fake.seed("org.v2.environments", [{ metadata: { resource_name: crn_pattern } }]));
  let reads = 0;
  // The new key is refused when it is first used.
  fake.on("getOrgV2Environment", () => (++reads === 2 ? { status: 401, body: { errors: [] } } : undefined));

  const asAccount = await createServiceAccount("reporting", id, { auth, fetch: fake.fetch });

  expect((await asAccount.org.v2.environments.get(id)).id).toBe(id);
  const [account] = await confluent.iam.v2.serviceAccounts.list().toArray();
  const [binding] = await confluent.iam.v2.roleBindings.list({ crn_pattern }).toArray();
  expect(account?.display_name).toBe("reporting");
  expect(binding?.principal).toBe(`User:${account?.id ?? ""}`);
});

test("the clusters of all environments are a table", async () => {
  for (const display_name of ["test", "prod"]) {
    const id = idOfFirst(fake.seed("org.v2.environments", [{ display_name }]));
    fake.seed("cmk.v2.clusters", [{ spec: { display_name: `of-${display_name}`, environment: { id } } }]);
  }
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  await printClusters(confluent);
  const printed = log.mock.calls.flat().join("\n");
  log.mockRestore();
  expect(printed).toMatch(/test +lkc-\w+ +of-test[^]*prod +lkc-\w+ +of-prod/);
});

test("a connector is resumed, even if the work fails", async () => {
  const place = { environmentId: "env-1111", clusterId: "lkc-1111", connector: "sink" };
  let state: "PAUSED" | "RUNNING" = "RUNNING";
  fake.on("pauseConnectV1Connector", () => ((state = "PAUSED"), { status: 202 }));
  fake.on("resumeConnectV1Connector", () => ((state = "RUNNING"), { status: 202 }));
  fake.on("getConnectV1ConnectorStatus", () => ({
    status: 200,
    body: { name: "sink", type: "sink", connector: { state, worker_id: "worker-1" } },
  }));
  const seen: string[] = [];
  await whilePaused(confluent, place, () => {
    seen.push(state);
    return Promise.resolve();
  });
  await expect(whilePaused(confluent, place, () => Promise.reject(new Error("broken")))).rejects.toThrow(
    "broken",
  );
  expect([...seen, state]).toEqual(["PAUSED", "RUNNING"]);
});

test("the rows of a query are read page by page", async () => {
  const baseUrl = "https://flink.us-east-1.aws.confluent.cloud";
  const flink = createClientFor(sqlV1, { auth, baseUrl, fetch: fake.fetch });
  fake.on("getSqlV1StatementResult", ({ query }) => ({
    status: 200,
    body: {
      api_version: "sql/v1",
      kind: "StatementResult",
      metadata: query.page_token ? {} : { next: `${baseUrl}/results?page_token=second` },
      results: { data: [{ row: [query.page_token ?? "first"] }] },
    },
  }));
  const organizationId = "9bb441c4-edef-46ac-8a41-c49e44a3fd9a";
  const rows = rowsOf(flink, { organizationId, environmentId: "env-1111" }, { statement: "SELECT 1" });
  const read: unknown[] = [];
  for await (const row of rows) read.push(row);
  expect(read).toEqual([{ row: ["first"] }, { row: ["second"] }]);
});

test("the topics of a cluster are read with a key of the cluster", async () => {
  fake.seed("org.v2.environments", [{ id: "env-1111" }]);
  const endpoints = {
    "ap-1": {
      http_endpoint: "https://lkc-1111.us-east-1.aws.confluent.cloud",
      kafka_bootstrap_endpoint: "lkc-1111.us-east-1.aws.confluent.cloud:9092",
      connection_type: "PUBLIC",
    },
  };
  const id = idOfFirst(
    fake.seed("cmk.v2.clusters", [{ spec: { environment: { id: "env-1111" }, endpoints } }]),
  );
  fake.seed("kafka.v3.clusters.topics", [{ topic_name: "orders", is_internal: false }], { cluster_id: id });
  const cluster = { id, environmentId: "env-1111" };
  expect(
    await topicNames(confluent, cluster, {
      auth: apiKey({ key: "cluster", secret: "key" }),
      fetch: fake.fetch,
    }),
  ).toEqual(["orders"]);
});
