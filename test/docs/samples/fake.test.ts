import { apiKey, createClient, type ConfluentClient } from "confluent-cloud-sdk";
import { createFakeConfluent } from "confluent-cloud-sdk/testing";
import { afterEach, expect, test } from "vitest";

const fake = createFakeConfluent();
const confluent = createClient({ fetch: fake.fetch, auth: apiKey({ key: "any", secret: "any" }) });

afterEach(() => {
  fake.assertDone();
  fake.reset();
});

/** The code under test. */
async function countIntegrations(client: ConfluentClient): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for await (const { id, display_name } of client.org.v2.environments.list()) {
    const integrations = await client.pim.v1.integrations.list({ environment: id }).toArray();
    counts[display_name] = integrations.length;
  }
  return counts;
}

test("counts integrations by environment", async () => {
  fake.seed("org.v2.environments", [
    { id: "env-prod", display_name: "prod" },
    { id: "env-test", display_name: "test" },
  ]);
  fake.seed("pim.v1.integrations", [{ environment: { id: "env-prod" } }]);

  expect(await countIntegrations(confluent)).toEqual({ prod: 1, test: 0 });
  expect(fake.requestsOf("listPimV1Integrations")).toHaveLength(2);
});

test("fails when integrations cannot be read", async () => {
  fake.seed("org.v2.environments", [{ display_name: "prod" }]);
  fake.fail(403, { operation: "listPimV1Integrations" });

  await expect(countIntegrations(confluent)).rejects.toThrow("403");
});
