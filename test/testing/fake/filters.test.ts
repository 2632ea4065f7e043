import { beforeEach, expect, test } from "vitest";
import { catalogV1 } from "../../../src/generated/catalog-v1.js";
import { kafkaV3 } from "../../../src/generated/kafka-v3.js";
import { schemaRegistryV1 } from "../../../src/generated/schema-registry-v1.js";
import { createClient, createClientFor } from "../../../src/index.js";
import { createFakeConfluent } from "../../../src/testing/index.js";
import { optionsFor } from "../../support/fake-options.js";
import { ordersAcl as acl } from "./orders-acl.js";

/* Filters of lists that ask for more than one value of a member. */

const fake = createFakeConfluent();
const options = optionsFor(fake);
const { acls } = createClientFor(kafkaV3, options).kafka.v3.clusters;
const registry = createClientFor(schemaRegistryV1, options);

beforeEach(() => fake.reset());

const all = { resource_type: "ANY", pattern_type: "ANY", operation: "ANY", permission: "ANY" } as const;

async function named(query: Parameters<typeof acls.get>[1]): Promise<readonly string[]> {
  return (await acls.get("lkc-1", query)).data.map(({ resource_name: name }) => name);
}

test("ANY is for all ACLs, when they are listed and when they are deleted", async () => {
  const group = { ...acl, resource_type: "GROUP", resource_name: "app", operation: "ALL" } as const;
  const other = { ...acl, resource_name: "logs", principal: "User:sa-2" };
  await acls.batch("lkc-1", { data: [acl, group, other] });
  expect(await named(all)).toEqual(["orders", "app", "logs"]);
  expect(await named({ ...all, resource_type: "TOPIC" })).toEqual(["orders", "logs"]);
  expect(await named({ ...all, permission: "DENY" })).toEqual([]);
  const { data } = await acls.delete("lkc-1", { ...all, principal: "User:sa-1" });
  expect(data.map(({ resource_name: name }) => name)).toEqual(["orders", "app"]);
  expect(await named({})).toEqual(["logs"]);
});

test("MATCH is for the ACLs that a resource has", async () => {
  const names = [
    { resource_name: "orders" },
    { resource_name: "*" },
    { resource_name: "ord", pattern_type: "PREFIXED" },
    { resource_name: "orders-2" },
    { resource_name: "logs", pattern_type: "PREFIXED" },
  ] as const;
  await acls.batch("lkc-1", { data: names.map((name) => ({ ...acl, ...name })) });
  expect(await named({ pattern_type: "MATCH", resource_name: "orders" })).toEqual(["orders", "*", "ord"]);
  expect(await named({ pattern_type: "MATCH", resource_type: "GROUP" })).toEqual([]);
});

test("subjects and schemas are listed by a prefix, and the latest of them", async () => {
  const { versions } = registry.subjects;
  for (const [subject, schema] of [
    ["orders-value", '"int"'],
    ["orders-value", '"long"'],
    ["logs-value", '"string"'],
  ] as const)
    await versions.register(subject, { schema });
  const { subjects, schemas } = registry;
  expect(await subjects.listSubjects({ subjectPrefix: "orders" }).toArray()).toEqual(["orders-value"]);
  expect(await subjects.listSubjects({ subjectPrefix: ":*:logs" }).toArray()).toEqual(["logs-value"]);
  expect(await subjects.listSubjects({ subjectPrefix: ":*:" }).toArray()).toHaveLength(2);
  expect(await schemas.listSchemas({ subjectPrefix: "logs" }).toArray()).toMatchObject([
    { subject: "logs-value", schema: '"string"' },
  ]);
  expect(await schemas.listSchemas().toArray()).toHaveLength(3);
  expect(await schemas.listSchemas({ latestOnly: true }).toArray()).toMatchObject([
    { subject: "orders-value", version: 2 },
    { subject: "logs-value", version: 1 },
  ]);
});

test("a member with several values is asked for by one of them", async () => {
  const confluent = createClient({ fetch: fake.fetch, auth: options.auth, retry: false });
  const { networks } = confluent.networking.v1;
  const environment = { id: "env-00001" };
  for (const types of [["PEERING", "PRIVATELINK"], ["TRANSITGATEWAY"]])
    await networks.create({
      spec: { cloud: "AWS", region: "us-east-1", connection_types: types, environment },
    });
  const typesOf = async (...wanted: readonly string[]): Promise<readonly unknown[]> => {
    const query = { environment: environment.id, "spec.connection_types": [...wanted] };
    return (await networks.list(query).toArray()).map(({ spec }) => spec.connection_types[0]);
  };
  expect(await typesOf("PRIVATELINK")).toEqual(["PEERING"]);
  expect(await typesOf("TRANSITGATEWAY", "PEERING")).toEqual(["PEERING", "TRANSITGATEWAY"]);
  expect(await typesOf("PRIVATELINK", "none")).toEqual(["PEERING"]);
});

test("definitions of tags are listed by a prefix", async () => {
  const { tagdefs } = createClientFor(catalogV1, options).catalog.v1.types;
  await tagdefs.create([{ name: "PII" }, { name: "PIN" }, { name: "Secret" }]);
  expect(await tagdefs.list({ prefix: "PI" })).toMatchObject([{ name: "PII" }, { name: "PIN" }]);
});
