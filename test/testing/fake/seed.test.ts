import { beforeEach, expect, test } from "vitest";
import { apiKey, createClient } from "../../../src/index.js";
import { createFakeConfluent } from "../../../src/testing/index.js";

const auth = apiKey({ key: "key", secret: "secret" });
const fake = createFakeConfluent();
const confluent = createClient({ fetch: fake.fetch, auth, retry: false });

beforeEach(() => fake.reset());

/** A seed whose type is not looked at, as in a test in JavaScript. */
const seed: (name: string, items: unknown, parents?: unknown) => unknown[] = (name, items, parents) =>
  fake.seed(name as never, items as never, parents as undefined);

/** An object that holds itself. */
function cycle(): object {
  const value: Record<string, unknown> = {};
  value["one"] = value["other"] = value;
  return value;
}

test.each([
  ["a value of another type", { display_name: 5 }, "`/display_name` must be string"],
  ["null", { display_name: null }, "`/display_name` must be string"],
  ["a scalar for an object", { metadata: "x" }, "`/metadata` must be object"],
  ["a time that is none", { metadata: { created_at: "today" } }, "`/metadata/created_at` must match format"],
  [
    "a misspelt member within",
    { metadata: { slef: "x" } },
    "`/metadata/slef` is not in the document; did you mean `self`?",
  ],
  ["a date", { metadata: { created_at: new Date(0) } }, "`/metadata/created_at` must be JSON, not Date"],
  ["a number that JSON does not have", { display_name: NaN }, "`/display_name` must be JSON, not NaN"],
  ["a function", { display_name: () => "x" }, "`/display_name` must be JSON, not Function"],
  ["a text that no URL can have", { id: "\ud800" }, "`/id` has half a surrogate pair"],
  ["an object that holds itself", cycle(), "it is nested too deeply"],
  ["a text", "prod", "it must be an object"],
  ["null for a resource", null, "it must be an object"],
  ["an array for a resource", [], "it must be an object"],
  ["undefined for a resource", undefined, "it must be an object"],
])("%s is refused, with the place", (_, item, problem) => {
  expect(() => seed("org.v2.environments", [{}, item])).toThrow(`seed: org.v2.environments[1]: ${problem}`);
});

test("all that is wrong is said at once", () => {
  expect(() => seed("org.v2.environments", [{ display_name: 5, nothing: 1 }])).toThrow(
    "`/display_name` must be string; `/nothing` is not in the document, which has api_version, kind, id,",
  );
});

test("members of a variant and of items are checked, too", () => {
  const config = { kind: "AwsIntegrationConfig", customer_iam_role: "x" };
  expect(() => seed("pim.v1.integrations", [{ config }])).toThrow(
    "seed: pim.v1.integrations[0]: `/config/customer_iam_role` is not in the document",
  );
  const spec = { principals: [{ id: "sa-1" }, { id: 7 }] };
  expect(() => seed("kafkaQuotas.v1.clientQuotas", [{ spec }])).toThrow(
    "`/spec/principals/1/id` must be string",
  );
});

test("a seed is there with all of its resources, or with none", async () => {
  expect(() => seed("org.v2.environments", [{ display_name: "prod" }, { display_name: 5 }])).toThrow("[1]");
  expect(await confluent.org.v2.environments.list().toArray()).toEqual([]);
});

test("two resources of one seed with the same key are a mistake", () => {
  expect(() => seed("org.v2.environments", [{ id: "env-1" }, {}, { id: "env-1" }])).toThrow(
    "seed: org.v2.environments[2]: it has the key of [0], too: 'env-1'",
  );
  seed("org.v2.environments", [{ id: "env-1" }]);
  seed("org.v2.environments", [{ id: "env-1", display_name: "again" }]);
});

test("members that are undefined are left out, and filled in", () => {
  const [given] = fake.seed("pim.v1.integrations", [
    { display_name: undefined, config: { kind: "AwsIntegrationConfig", customer_iam_role_arn: undefined } },
  ]);
  expect(given).toMatchObject({
    display_name: expect.any(String) as string,
    config: { customer_iam_role_arn: expect.any(String) as string },
  });
});

test("what is given within is kept, and the rest of it filled in", () => {
  const [cluster] = fake.seed("cmk.v2.clusters", [{ spec: { display_name: "mine" } }]);
  expect(cluster?.spec).toMatchObject({ display_name: "mine", cloud: expect.any(String) as string });
});

test("the resources of a seed are an array", () => {
  expect(() => seed("org.v2.environments", { display_name: "x" })).toThrow(
    "seed: the resources of org.v2.environments must be an array",
  );
});

const POOLS = "iam.v2.identityProviders.identityPools";

test.each([
  ["left out", undefined, `seed: ${POOLS} belongs to something`],
  ["undefined", { provider_id: undefined }, `seed: ${POOLS} belongs to something`],
  ["empty", { provider_id: "" }, `seed: ${POOLS}: \`provider_id\` must be a string that is not empty`],
  ["a number", { provider_id: 5 }, `seed: ${POOLS}: \`provider_id\` must be a string that is not empty`],
  ["misspelt", { provider_id: "op-1", provider: "op-1" }, "`provider` is nothing that it belongs to"],
])("what a resource belongs to is checked: %s", (_, parents, problem) => {
  expect(() => seed(POOLS, [{}], parents)).toThrow(problem);
});

test("what a resource belongs to has to fit the parameter of its path", () => {
  const parents = { organization_id: "mine", environment_id: "env-1" };
  expect(() => seed("sql.v1.organizations.environments.statements", [{}], parents)).toThrow(
    "seed: sql.v1.organizations.environments.statements: `organization_id` must match format",
  );
});

test("where a list is of names or numbers, so is its seed", () => {
  expect(seed("subjects.versions", [1, 2], { subject: "orders" })).toEqual([1, 2]);
  expect(() => seed("subjects.versions", [1, true], { subject: "orders" })).toThrow(
    "[1]: it must be an object",
  );
});
