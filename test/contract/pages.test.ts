import { expect, test } from "vitest";
import { PaginationError } from "../../src/index.js";
import { contractClient } from "./client.js";

const environment = "env-00000";

test("a list has the first and the last page of the document", async () => {
  const { confluent, responses, expectNoViolations } = contractClient("checked");

  const ids = [];
  for await (const { id } of confluent.pim.v1.integrations.list({ environment })) ids.push(id);

  expect(ids).toEqual(["cspi-00000", "cspi-00001", "cspi-00002", "cspi-00003", "cspi-00004"]);
  expect(responses.map(({ url }) => new URL(url).search)).toEqual([
    "?environment=env-00000&page_size=100",
    "?environment=env-00000&page_size=100&page_token=UvmDWOB1iwfAIBPj6EYb",
  ]);
  expectNoViolations();
});

test("an empty page is an empty list", async () => {
  const { confluent, expectNoViolations } = contractClient("checked");
  const options = { headers: { Prefer: "example=empty-page" } };
  expect(await confluent.pim.v1.integrations.list({ environment }, options).toArray()).toEqual([]);
  expectNoViolations();
});

test("a link that leads to the same page again and again is a PaginationError", async () => {
  const { confluent, responses } = contractClient("mock");
  const options = { headers: { Prefer: "example=first-page" } };
  const reading = confluent.pim.v1.integrations.list({ environment }, options).toArray();
  await expect(reading).rejects.toThrow(PaginationError);
  expect(responses).toHaveLength(2);
});

test("`paginate` reads the same list by its path", async () => {
  const { confluent, expectNoViolations } = contractClient("checked");
  const items = await confluent
    .paginate("/pim/v1/integrations", { params: { query: { environment } } })
    .toArray();
  expect(items.map(({ id }) => id)).toHaveLength(5);
  expectNoViolations();
});
