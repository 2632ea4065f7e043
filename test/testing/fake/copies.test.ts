import { beforeEach, expect, test } from "vitest";
import { apiKey, createClient } from "../../../src/index.js";
import { createFakeConfluent } from "../../../src/testing/index.js";

/* What a test gets from a fake, or gives to it, is a copy: to change it changes nothing that the fake holds. */

const auth = apiKey({ key: "key", secret: "secret" });
const fake = createFakeConfluent();
const confluent = createClient({ fetch: fake.fetch, auth, retry: false });
const environment = "env-00000";
const SHED = {
  type: "object",
  properties: {
    id: { type: "string" },
    tools: { type: "array", items: { type: "string" }, example: ["rake"] },
  },
};

beforeEach(() => fake.reset());

/** Writes over every text in a value, at any depth. */
function spoil(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  const holder = value as Record<string, unknown>;
  for (const [name, member] of Object.entries(holder)) {
    if (typeof member === "string") holder[name] = "spoiled";
    else spoil(member);
  }
}

test("a seed that is changed afterwards does not change what the fake holds", async () => {
  const id = "cspi-00007";
  const given = { id, environment: { id: environment }, config: { kind: "AwsIntegrationConfig" as const } };
  const [seeded] = fake.seed("pim.v1.integrations", [given]);
  const before = structuredClone(seeded);
  spoil(given);
  spoil(seeded);
  expect(await confluent.pim.v1.integrations.get(id, { environment })).toEqual(before);
});

test("a seed that is changed afterwards does not change the document's examples", () => {
  const text = JSON.stringify({
    openapi: "3.0.3",
    info: { title: "Sheds", version: "1" },
    paths: {
      "/v1/sheds/{id}": {
        get: {
          operationId: "getShed",
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
          responses: { "200": { description: "One.", content: { "application/json": { schema: SHED } } } },
        },
      },
    },
  });
  const sheds = createFakeConfluent({ documents: [{ name: "sheds", text }] });
  const seed = (): unknown => sheds.seed("v1.sheds" as "org.v2.environments", [{}])[0];
  spoil(seed());
  expect(seed()).toMatchObject({ tools: ["rake"] });
});

test("a request that a handler changes is what the caller sent to all others", async () => {
  fake.on("updateOrgV2Environment", (request) => {
    spoil(request.params);
    spoil(request.body);
    request.headers.set("authorization", "Bearer spoiled");
    return undefined;
  });
  const [seeded] = fake.seed("org.v2.environments", [{}]);
  const id = seeded?.id ?? "";
  const updated = await confluent.org.v2.environments.update(id, { display_name: "kept" });
  expect(updated).toMatchObject({ id, display_name: "kept" });
  expect(fake.requests).toMatchObject([{ params: { id }, body: { display_name: "kept" } }]);
});

test("a record that is changed afterwards does not change what the fake holds", async () => {
  const created = await confluent.org.v2.environments.create({ display_name: "prod" });
  fake.requests.forEach(spoil);
  expect(await confluent.org.v2.environments.get(created.id)).toEqual(created);
});

test("a list of requests that is changed afterwards does not change what the fake recorded", async () => {
  await confluent.org.v2.environments.create({ display_name: "prod" });
  const before = fake.requests;
  const ofOperation = fake.requestsOf("createOrgV2Environment");
  const kept = structuredClone(before);
  await confluent.org.v2.environments.list().toArray();
  expect(before).toEqual(kept);
  for (const list of [before, ofOperation]) {
    list.forEach(spoil);
    (list as unknown[]).length = 0;
  }
  expect(fake.requests).toHaveLength(2);
  expect(fake.requests[0]).toEqual(kept[0]);
  expect(fake.requestsOf("createOrgV2Environment")).toEqual(kept);
});

test("the bytes of a record and those of a handler are not those of the stored file", async () => {
  const path = "/cdx/v1/provider-shared-resources/sr-1/images/logo";
  const url = `https://api.confluent.cloud${path}`;
  const headers = { authorization: `Basic ${btoa("key:secret")}` };
  fake.seed("cdx.v1.providerSharedResources", [{ id: "sr-1" }]);
  fake.on("uploadCdxV1ProviderSharedResourceImage", ({ body }) => {
    (body as unknown as Uint8Array).fill(0);
    return undefined;
  });
  const upload = { method: "POST", headers: { ...headers, "content-type": "image/png" } };
  const sent = await fake.fetch(url, { ...upload, body: new Uint8Array([1, 2, 3]) });
  expect(sent.ok).toBe(true);
  (fake.requests[0]?.body as Uint8Array).fill(9);
  const got = await fake.fetch(url, { headers });
  expect([...new Uint8Array(await got.arrayBuffer())]).toEqual([1, 2, 3]);
});
