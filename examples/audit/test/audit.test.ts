import { apiKey, createClient, ServerError } from "confluent-cloud-sdk";
import { createFakeConfluent } from "confluent-cloud-sdk/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { auditIntegrations, type Finding } from "../src/audit.js";

/* No network and no port: the fake is made from the documents of the API, and refuses what they do not allow. */

const OURS = "111111111111";
const fake = createFakeConfluent();
const confluent = createClient({
  fetch: fake.fetch,
  auth: apiKey({ key: "any", secret: "any" }),
  retry: { baseDelayMs: 1 },
});
const audit = (): Promise<readonly Finding[]> => auditIntegrations(confluent, { accounts: [OURS] });

let production = "";
let staging = "";
beforeEach(() => {
  fake.reset();
  const environments = fake.seed("org.v2.environments", [
    { display_name: "production" },
    { display_name: "staging" },
  ]);
  [production = "", staging = ""] = environments.map(({ id }) => id);
});
afterEach(() => fake.assertDone());

function integration(
  environment: string,
  { account = OURS, usages = ["crn://confluent.cloud/connector=sink"] } = {},
): string {
  const [created] = fake.seed("pim.v1.integrations", [
    {
      environment: { id: environment },
      usages,
      config: { kind: "AwsIntegrationConfig", customer_iam_role_arn: `arn:aws:iam::${account}:role/reader` },
    },
  ]);
  return created?.id ?? "";
}

test("integrations that are used, with roles of ours, are no findings", async () => {
  integration(production);
  integration(staging);
  expect(await audit()).toEqual([]);
});

test("what nothing uses, and what has a foreign role, is found in all environments", async () => {
  const unused = integration(production, { usages: [] });
  const foreign = integration(staging, { account: "999999999999" });
  expect(await audit()).toEqual([
    { environment: production, integration: unused, problem: "not used" },
    { environment: staging, integration: foreign, problem: "role of a foreign account" },
  ]);
});

test("all pages are read", async () => {
  for (let index = 0; index < 150; index++) integration(production, { usages: [] });
  expect(await audit()).toHaveLength(150);
});

test("an environment that must not be read is a finding, and the others are read", async () => {
  integration(staging, { usages: [] });
  fake.fail(403, { operation: "listPimV1Integrations" });
  expect((await audit()).map(({ environment, problem }) => [environment, problem])).toEqual([
    [production, "not readable"],
    [staging, "not used"],
  ]);
});

test("an outage is waited out", async () => {
  integration(production, { usages: [] });
  fake.fail(503, { operation: "listPimV1Integrations" }).times(2);
  expect(await audit()).toHaveLength(1);
});

test("a connection that breaks is made again", async () => {
  integration(production, { usages: [] });
  fake.fail("network", { operation: "listOrgV2Environments" });
  expect(await audit()).toHaveLength(1);
});

test("an outage that does not end is an error", async () => {
  fake.fail(503, { operation: "listOrgV2Environments" }).times(5);
  await expect(audit()).rejects.toThrow(ServerError);
});
