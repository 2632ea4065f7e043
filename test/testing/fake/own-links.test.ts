import { expect, test } from "vitest";
import { apiKey, createClient } from "../../../src/index.js";
import { createFakeConfluent } from "../../../src/testing/index.js";

/* The links of a resource lead to itself, not to the one resource that is the example of all. */

const auth = apiKey({ key: "key", secret: "secret" });
const fake = createFakeConfluent();
const confluent = createClient({ fetch: fake.fetch, auth, retry: false });
const organization = "crn://confluent.cloud/organization=9bb441c4-edef-46ac-8a41-c49e44a3fd9a";

async function follow(link: string | undefined): Promise<unknown> {
  const headers = { authorization: `Basic ${btoa("key:secret")}` };
  return (await fake.fetch(link ?? "", { headers })).json();
}

test("what is created is found at its own address", async () => {
  const account = await confluent.iam.v2.serviceAccounts.create({ display_name: "robot" });
  expect(account.metadata?.self).toBe(`https://api.confluent.cloud/iam/v2/service-accounts/${account.id}`);
  expect(account.metadata?.resource_name).toBe(`${organization}/service-account=${account.id}`);
  expect(await follow(account.metadata?.self)).toEqual(account);
});

test("what belongs to something is found below it", () => {
  const place = { provider_id: "op-7" };
  const [pool] = fake.seed("iam.v2.identityProviders.identityPools", [{ id: "pool/1" }], place);
  expect(pool?.metadata.self).toBe(
    "https://api.confluent.cloud/iam/v2/identity-providers/op-7/identity-pools/pool%2F1",
  );
});

test("the name of a resource has its environment, and its kind", () => {
  const spec = { environment: { id: "env-7" } };
  const [cluster] = fake.seed("cmk.v2.clusters", [{ id: "lkc-1", spec }]);
  expect(cluster?.metadata.resource_name).toBe(`${organization}/environment=env-7/cloud-cluster=lkc-1`);
  const [gateway] = fake.seed("networking.v1.gateways", [{ id: "gw-1", spec }]);
  expect(gateway?.metadata.resource_name).toBe(`${organization}/environment=env-7/gateway=gw-1`);
  const [environment] = fake.seed("org.v2.environments", [{ id: "env-7" }]);
  expect(environment?.metadata.resource_name).toBe(`${organization}/environment=env-7`);
  const [whole] = fake.seed("org.v2.organizations", [{}]);
  expect(whole?.metadata.resource_name).toBe(`crn://confluent.cloud/organization=${whole?.id}`);
});

test("the name of a resource has the gateway or the network that it belongs to", () => {
  const environment = { id: "env-7" };
  const gateway = { id: "gw-1" };
  const network = { id: "n-1" };
  const nameOf = (name: string, id: string, spec: object): unknown => {
    const [one] = fake.seed(name as "networking.v1.gateways", [{ id, spec }]);
    return one?.metadata.resource_name?.replace(organization, "");
  };
  const inGateway = { environment, gateway };
  expect(nameOf("networking.v1.accessPoints", "ap-1", inGateway)).toBe(
    "/environment=env-7/gateway=gw-1/access-point=ap-1",
  );
  expect(nameOf("networking.v1.dnsRecords", "dnsrec-1", inGateway)).toBe(
    "/environment=env-7/gateway=gw-1/dns-record=dnsrec-1",
  );
  const inNetwork = { environment, network };
  expect(nameOf("networking.v1.peerings", "peer-1", inNetwork)).toBe(
    "/environment=env-7/network=n-1/peering=peer-1",
  );
  expect(nameOf("networking.v1.networkLinkServices", "nls-1", inNetwork)).toBe(
    "/environment=env-7/network=n-1/network-link-service=nls-1",
  );
  // What may have one is not in it.
  expect(nameOf("networking.v1.networks", "n-1", inGateway)).toBe("/environment=env-7/network=n-1");
  expect(nameOf("cmk.v2.clusters", "lkc-1", inNetwork)).toBe("/environment=env-7/cloud-cluster=lkc-1");
});

test("links that the caller gives stay, and so do those of a change", async () => {
  const metadata = { self: "https://example.com/mine", resource_name: "crn://example.com/mine=1" };
  const [given] = fake.seed("org.v2.environments", [{ metadata }]);
  expect(given?.metadata).toMatchObject(metadata);
  const [own] = fake.seed("org.v2.environments", [{}]);
  const updated = await confluent.org.v2.environments.update(own?.id ?? "", { display_name: "new" });
  expect(updated.metadata?.self).toBe(own?.metadata.self);
});
