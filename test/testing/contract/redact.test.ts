import { describe, expect, test } from "vitest";
import { redact, shownName, shownValue } from "../../../src/testing/contract/redact.js";
import { PLANTED } from "./planted/all.js";
import { checkWorkshop, workshop } from "./workshop.js";

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
  ["display_name", "`display_name`"],
  ["acme production", "`[name]`"],
  ["lkc-1a2b3c", "`[name]`"],
])("a member %s is shown as %s", (name, shown) => {
  expect(shownName(name)).toBe(shown);
});

test.each([
  ["RUNNING", ["READY"], "`RUNNING`"],
  ["ready", ["READY"], "`ready`"],
  ["networking.v1.AwsNetwork", ["AwsNetwork"], "`networking.v1.AwsNetwork`"],
  ["acme-production", ["READY"], "a value of another form"],
  ["env-1a2b3c", ["lower"], "a value of another form"],
])("the value %s beside %j is shown as %s", (value, listed, shown) => {
  expect(shownValue(value, listed)).toBe(shown);
});

/** What no report may have: everything that the workshop says of its things. */
const SECRETS = [
  "Zuse & Co",
  "zuse-9f8e7d",
  "arn:aws:iam::123456789012:role/zuse",
  "zuse.internal",
  "swordfish-77",
];

test.each(PLANTED)("a report of $kind shows nothing of the service's own things", async ({ plant }) => {
  const service = workshop();
  const [company = "", id = "", role = "", host = "", pin = ""] = SECRETS;
  for (const tool of service.tools) {
    Object.assign(tool, {
      name: company,
      code: role,
      labels: { [id]: host },
      owner: { id },
      unknown: { [host]: pin },
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
