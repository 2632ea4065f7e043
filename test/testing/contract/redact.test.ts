import { describe, expect, test } from "vitest";
import { checkRecording } from "../../../src/testing/contract.js";
import { redact } from "../../../src/testing/contract/redact.js";
import { shownMediaType } from "../../../src/testing/contract/shown-media-type.js";
import { shownName, shownValue } from "../../../src/testing/contract/shown-word.js";
import { PLANTED } from "./planted/all.js";
import { checkWorkshop, workshop, WORKSHOP } from "./workshop.js";

describe("what identifies something is not shown", () => {
  test.each([
    ["https://pkc-12345.eu-west-1.aws.confluent.cloud:443/kafka", "[url]"],
    ["pkc-12345.eu-west-1.aws.confluent.cloud:9092", "[host]"],
    ["arn:aws:iam::123456789012:role/reader", "[resource name]"],
    ["crn://confluent.cloud/organization=9bb4/environment=env-1", "[url]"],
    ["ada@example.com", "[e-mail]"],
    ["9bb441c4-edef-46ac-8a41-c49e44a3fd9a", "[id]"],
    ["env-1a2b3c", "[id]"],
    ["10.0.0.12", "[address]"],
    ["cfltAbCdEf0123456789AbCdEf0123456789", "[id]"],
    ["123456789012", "[number]"],
  ])("%s", (text, shown) => {
    expect(redact(`before ${text} after`)).toBe(`before ${shown} after`);
  });

  test("plain words stay", () => {
    const text = "the member `page_size` must be <= 100, or application/json; `v2` `AwsIntegrationConfig`";
    expect(redact(text)).toBe(text);
  });
});

test.each([
  "display_name",
  "displayName",
  "kafkaRestEndpoint",
  "ipv4_addresses",
  "sha256",
  "s3_bucket",
  "api_version_v2",
])("a member %s is shown", (name) => {
  expect(shownName(name)).toBe(`\`${name}\``);
});

test.each([
  "acme production",
  "acme-production",
  "lkc-1a2b3c",
  "lkc_1a2b3c",
  "env-abcdef",
  "u_77af21",
  "user42000",
  "a1b2c3",
  "xKqZbV",
  "deadbeef",
  "Acme",
  "ACME",
  "ada@example.com",
  "_",
  "a".repeat(42),
])("a member %s is not", (name) => {
  expect(shownName(name)).toBe("`[name]`");
});

test.each([
  ["RUNNING", ["READY"], "`RUNNING`"],
  ["NOT_READY", ["READY"], "`NOT_READY`"],
  ["ready", ["READY"], "`ready`"],
  ["us-east-1", ["eu-west-2"], "`us-east-1`"],
  ["networking.v1.AwsNetwork", ["AwsNetwork"], "`networking.v1.AwsNetwork`"],
  ["acme-production", ["READY"], "a value of another form"],
  ["acme-production", ["ready", "not_ready"], "a value of another form"],
  ["ACME1234567", ["READY"], "a value of another form"],
  ["env-1a2b3c", ["read-only"], "a value of another form"],
  ["2f1c9a", ["lower"], "a value of another form"],
  [77, [1, 2], "a value of another form"],
])("the value %s beside %j is shown as %s", (value, listed, shown) => {
  expect(shownValue(value, listed)).toBe(shown);
});

test.each([
  ["application/json", "`application/json`"],
  ["text/html", "`text/html`"],
  ["application/vnd.kafka.json.v2+json", "`application/vnd.kafka.json.v2+json`"],
  ["application/vnd.zuse.orders+json", "`application/[name]+json`"],
  ["image/vnd.zuse", "`image/[name]`"],
  ["zuse/orders", "`[name]`"],
  ["zuse", "`[name]`"],
])("the media type %s is shown as %s", (type, shown) => {
  expect(shownMediaType(type)).toBe(shown);
});

/** What no report may have: everything that the workshop says of its things. */
const SECRETS = [
  "Zuse & Co",
  "zuse-9f8e7d",
  "arn:aws:iam::123456789012:role/zuse",
  "zuse.internal",
  "swordfish-77",
  "swordfish",
];

test.each(PLANTED)("a report of $kind shows nothing of the service's own things", async ({ plant }) => {
  const service = workshop();
  const [company = "", id = "", role = "", host = "", pin = "", name = ""] = SECRETS;
  for (const tool of service.tools) {
    Object.assign(tool, {
      name: company,
      code: role,
      labels: { [id]: host, [name]: 5 },
      owner: { id },
      unknown: { [host]: pin, [name]: name },
    });
  }
  plant(service);
  const { page } = service;
  service.page = (request, whole) => ({ ...page(request, whole), [`${id} of ${company}`]: role });
  const { drifts } = await checkWorkshop(service);
  expect(drifts.length).toBeGreaterThan(0);
  const text = JSON.stringify(drifts);
  for (const secret of SECRETS) expect(text).not.toContain(secret);
});

test("a recording's report shows nothing of addresses and methods", () => {
  const entries = [
    ["GET", "/shop/v1/tools/zuse/orders"],
    ["GET", "/shop/v1/swordfish"],
    ["GET", "/swordfish/tools"],
    ["ZUSE", "/shop/v1/hours"],
  ].map(([method, path = ""]) => ({
    request: { method, url: `https://workshop.example${path}?key=swordfish` },
    response: { status: 200, content: {} },
  }));
  const hours = { ...entries[3], request: { method: "GET", url: "https://workshop.example/shop/v1/hours" } };
  const text = JSON.stringify({ log: { entries: [...entries, hours] } });
  const drifts = checkRecording([WORKSHOP], { name: "a.har", text }).drifts.filter(({ kind }) =>
    kind.endsWith("-undocumented"),
  );
  expect(drifts.map(({ kind, operations, place }) => [kind, ...operations, place])).toEqual([
    ["path-undocumented", "GET /shop/v1/tools/{id}/{…}", "response 200 of log.entries[0]"],
    ["path-undocumented", "GET /shop/v1/{…}", "response 200 of log.entries[1]"],
    ["path-undocumented", "GET /{…}/tools", "response 200 of log.entries[2]"],
    ["method-undocumented", "{…} /shop/v1/hours", "response 200 of log.entries[3]"],
  ]);
  expect(JSON.stringify(drifts)).not.toMatch(/zuse|swordfish/i);
});
