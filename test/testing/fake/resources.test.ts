import { beforeEach, expect, test } from "vitest";
import {
  AuthenticationError,
  UnprocessableEntityError,
  ConflictError,
  createClient,
  createClientFor,
  apiKey,
  NotFoundError,
  type ConfluentClient,
} from "../../../src/index.js";
import { kafkaV3 } from "../../../src/generated/kafka-v3.js";
import { metricsV2 } from "../../../src/generated/metrics-v2.js";
import { schemaRegistryV1 } from "../../../src/generated/schema-registry-v1.js";
import { sqlV1 } from "../../../src/generated/sql-v1.js";
import { createFakeConfluent } from "../../../src/testing/index.js";

const auth = apiKey({ key: "key", secret: "secret" });
const environment = "env-00000";
const now = Date.UTC(2025, 1, 20, 8, 30, 15);
const fake = createFakeConfluent({ now: () => now });
const confluent: ConfluentClient = createClient({ fetch: fake.fetch, auth, retry: false });

beforeEach(() => fake.reset());

test("what is created can be listed, read, updated and deleted", async () => {
  const created = await confluent.org.v2.environments.create({ display_name: "prod" });
  expect(created).toMatchObject({
    id: "env-00001",
    api_version: "org/v2",
    kind: "Environment",
    display_name: "prod",
    metadata: {
      created_at: "2025-02-20T08:30:15.000Z",
      self: expect.stringMatching(/\/env-00001$/) as string,
    },
  });
  expect(await confluent.org.v2.environments.list().toArray()).toEqual([created]);

  const updated = await confluent.org.v2.environments.update("env-00001", { display_name: "production" });
  expect(updated).toEqual({ ...created, display_name: "production" });
  expect(await confluent.org.v2.environments.get("env-00001")).toEqual(updated);

  await confluent.org.v2.environments.delete("env-00001");
  await expect(confluent.org.v2.environments.get("env-00001")).rejects.toThrow(NotFoundError);
  expect(await confluent.org.v2.environments.list().toArray()).toEqual([]);
});

test("references have the links of what they refer to", async () => {
  const { environment: reference } = await confluent.pim.v1.integrations.create({
    config: { kind: "AwsIntegrationConfig", customer_iam_role_arn: "arn:aws:iam::000000000000:role/logs" },
    environment: { id: "env-00042" },
  });
  expect(reference.related).toMatch(/\/env-00042$/);
  expect(reference.resource_name).toMatch(/environment=env-00042$/);
});

test("a reference to something else leaves the links of the environment alone", () => {
  const spec = { environment: { id: environment }, gateway: { id: "gw-00007" } };
  const [accessPoint] = fake.seed("networking.v1.accessPoints", [{ spec }]);
  expect(accessPoint?.spec.environment.related).toMatch(/\/env-00000$/);
  expect(accessPoint?.spec.gateway.related).toMatch(/\/gw-00007$/);
});

test("a page leads to the one after it, the one before it and the last", async () => {
  fake.seed("org.v2.environments", [{}, {}, {}, {}, {}]);
  const idsAt = async (link: string | null | undefined): Promise<unknown> => {
    const page_token = new URL(link ?? "").searchParams.get("page_token");
    const query = { page_size: 2, ...(page_token !== null && { page_token }) };
    const { data } = await confluent.GET("/org/v2/environments", { params: { query } });
    return data?.data.map(({ id }) => id);
  };
  const first = await confluent.GET("/org/v2/environments", { params: { query: { page_size: 2 } } });
  const { next, last, prev } = first.data?.metadata ?? {};
  expect(prev).toBeUndefined();
  expect(await idsAt(last)).toEqual(["env-00005"]);
  const page_token = new URL(next ?? "").searchParams.get("page_token") ?? "";
  const query = { page_size: 2, page_token };
  const second = await confluent.GET("/org/v2/environments", { params: { query } });
  expect(await idsAt(second.data?.metadata.next)).toEqual(["env-00005"]);
  expect(await idsAt(second.data?.metadata.prev)).toEqual(["env-00001", "env-00002"]);
});

test("lists are filtered, and end after their pages", async () => {
  fake.seed(
    "pim.v1.integrations",
    Array.from({ length: 25 }, (_, index) => ({ provider: index % 5 === 0 ? "GCP" : "AWS" })),
  );
  fake.seed("pim.v1.integrations", [{ environment: { id: "env-00001" } }]);
  const { integrations } = confluent.pim.v1;

  expect(await integrations.list({ environment, page_size: 10 }).toArray()).toHaveLength(25);
  expect(fake.requestsOf("listPimV1Integrations")).toHaveLength(3);
  expect(await integrations.list({ environment, provider: "GCP" }).toArray()).toHaveLength(5);
  expect(await integrations.list({ environment: "env-00001" }).toArray()).toHaveLength(1);
});

test("a page token of another list is refused", async () => {
  const options = { environment, page_token: "forged" };
  await expect(confluent.pim.v1.integrations.list(options).toArray()).rejects.toThrow(/page_token/);
});

test("a resource of another environment is not there", async () => {
  const [integration] = fake.seed("pim.v1.integrations", [{}]);
  const get = confluent.pim.v1.integrations.get(integration?.id ?? "", { environment: "env-00009" });
  await expect(get).rejects.toThrow(NotFoundError);
});

test("a name that is taken is a conflict", async () => {
  await confluent.iam.v2.serviceAccounts.create({ display_name: "robot" });
  await expect(confluent.iam.v2.serviceAccounts.create({ display_name: "robot" })).rejects.toThrow(
    ConflictError,
  );
});

test("a name that another has is a conflict on a change too, its own is not", async () => {
  const { serviceAccounts, certificateAuthorities } = confluent.iam.v2;
  const ann = await serviceAccounts.create({ display_name: "ann" });
  await serviceAccounts.create({ display_name: "bob" });
  await expect(serviceAccounts.update(ann.id, { display_name: "bob" })).rejects.toThrow(ConflictError);
  expect(await serviceAccounts.get(ann.id)).toMatchObject({ display_name: "ann" });
  await serviceAccounts.update(ann.id, { display_name: "ann", description: "d" });
  // What a seed has twice may be changed all the same.
  const [one] = fake.seed("org.v2.environments", [{ display_name: "dup" }, { display_name: "dup" }]);
  await confluent.org.v2.environments.update(one?.id ?? "", { display_name: "dup" });

  const [first] = fake.seed("iam.v2.certificateAuthorities", [{ display_name: "c" }, { display_name: "d" }]);
  const put = { certificate_chain: "x", certificate_chain_filename: "f", description: "d" };
  const send = (name: string): Promise<unknown> =>
    certificateAuthorities.update(first?.id ?? "", { ...put, display_name: name });
  await expect(send("d")).rejects.toThrow(ConflictError);
  await send("e");
});

test("what is immutable cannot be changed", async () => {
  const place = { organization_id: "9bb441c4-edef-46ac-8a41-c49e44a3fd9a", environment_id: environment };
  const { organization_id: organization } = place;
  const [seeded] = fake.seed("sql.v1.organizations.environments.connections", [{ name: "c" }], place);
  const sql = createClientFor(sqlV1, {
    baseUrl: "https://flink.example.com",
    fetch: fake.fetch,
    auth,
    retry: false,
  });
  const { connections } = sql.sql.v1.organizations.environments;
  const body = { ...seeded, spec: { ...seeded?.spec, connection_type: "BEDROCK" } };
  await connections.update(organization, environment, "c", { ...seeded } as never);
  await expect(connections.update(organization, environment, "c", body as never)).rejects.toThrow(
    "`body.spec.connection_type` cannot be changed: it is immutable",
  );
});

test("a secret is shown on creation alone", async () => {
  const owner = { id: "sa-00000" };
  const { id, spec } = await confluent.iam.v2.apiKeys.create({
    spec: { owner, resource: { id: "lkc-00000" } },
  });
  expect(spec.secret).toEqual(expect.any(String));
  expect((await confluent.iam.v2.apiKeys.get(id)).spec).not.toHaveProperty("secret");
});

test("what is below a resource belongs to it, and goes with it", async () => {
  const { id } = await confluent.iam.v2.identityProviders.create({
    display_name: "provider",
    description: "Ours.",
    issuer: "https://example.com",
    jwks_uri: "https://example.com/jwks",
  });
  const pool = {
    display_name: "pool",
    description: "All.",
    identity_claim: "claims.sub",
    filter: "true",
  };
  const { identityPools } = confluent.iam.v2.identityProviders;
  await identityPools.create(id, pool);
  expect(await identityPools.list(id).toArray()).toHaveLength(1);
  await expect(identityPools.create("op-none", pool)).rejects.toThrow(NotFoundError);

  await confluent.iam.v2.identityProviders.delete(id);
  await expect(identityPools.list(id).toArray()).rejects.toThrow(NotFoundError);
});

test("services with hosts of their own are there too", async () => {
  const baseUrl = "https://pkc-00000.example.confluent.cloud";
  const kafka = createClientFor(kafkaV3, { baseUrl, fetch: fake.fetch, auth, retry: false });
  await kafka.kafka.v3.clusters.topics.create("lkc-00000", { topic_name: "orders" });
  const { data } = await kafka.kafka.v3.clusters.topics.list("lkc-00000");
  expect(data).toMatchObject([{ topic_name: "orders", cluster_id: "lkc-00000" }]);

  const registry = createClientFor(schemaRegistryV1, { baseUrl, fetch: fake.fetch, auth, retry: false });
  await registry.subjects.versions.register("orders-value", { schema: '"string"' });
  expect(await registry.subjects.versions.list("orders-value").toArray()).toEqual([1]);
});

test("a service with hosts of its own can be seeded, too, by its name on a client", async () => {
  const place = { dataset: "cloud" };
  fake.seed("v2.metrics.descriptors.metrics", [{ name: "io.confluent.kafka.server/sent_bytes" }], place);
  const metrics = createClientFor(metricsV2, { fetch: fake.fetch, auth, retry: false });
  expect(await metrics.v2.metrics.descriptors.metrics.list("cloud").toArray()).toMatchObject([
    { name: "io.confluent.kafka.server/sent_bytes" },
  ]);
});

test("a request that the document does not allow is refused, and the place is named", async () => {
  const { integrations } = confluent.pim.v1;
  await expect(integrations.list({ environment, providr: "AWS" } as never).toArray()).rejects.toThrow(
    "`query.providr` is no parameter of the operation; did you mean `provider`?",
  );
  await expect(integrations.list({ environment, page_size: 500 }).toArray()).rejects.toThrow(
    "`query.page_size` must be <= 100",
  );
  const body = {
    display_nam: "x",
    config: { kind: "AwsIntegrationConfig" },
    environment: { id: environment },
  };
  await expect(integrations.create(body as never)).rejects.toThrow(
    "`body.display_nam` is not in the document; did you mean `display_name`?",
  );
  expect(() => fake.assertDone()).toThrow(/display_nam.*/s);
});

test("a body of the wrong shape is the status that the document has for it", async () => {
  const create = confluent.org.v2.environments.create({ display_name: 1 } as never);
  await expect(create).rejects.toThrow(UnprocessableEntityError);
});

test("a request without credentials is refused", async () => {
  const response = await fake.fetch("https://api.confluent.cloud/org/v2/environments");
  expect(response.status).toBe(401);
  const wrong = createClient({ fetch: fake.fetch, auth: apiKey({ key: "a", secret: "b:c" }), retry: false });
  await expect(wrong.org.v2.environments.get("env-00000")).rejects.toThrow(AuthenticationError);
});
