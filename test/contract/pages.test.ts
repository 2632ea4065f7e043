import { expect, inject, test } from "vitest";
import { apiKey, createClient, PaginationError } from "../../src/index.js";
import type { ContractServers } from "../support/prism.js";
import { listResource, smallestCall } from "./calls.js";
import { contractClient, methodOf, recordResponses } from "./client.js";
import { operations } from "./document.js";

const environment = "env-00000";
const auth = apiKey({ key: "key", secret: "secret" });

function clientOf(server: keyof ContractServers) {
  const { fetch, responses, violations } = recordResponses();
  const confluent = createClient({ baseUrl: inject("servers")[server], auth, fetch, retry: false });
  return { confluent, responses, violations };
}

const lists = operations.filter((operation) => methodOf(operation).operation.paging);

test.for(lists)("$operationId has pages that end, as the document says", async (operation) => {
  const { confluent, method, violations } = contractClient("checked", operation);
  const items = await listResource(confluent, method, smallestCall(operation)).toArray();
  expect(items).not.toEqual([]);
  expect(violations()).toEqual([]);
});

test("a list has the first and the last page of the document", async () => {
  const { confluent, responses, violations } = clientOf("checked");

  const ids = [];
  for await (const { id } of confluent.pim.v1.integrations.list({ environment })) ids.push(id);

  expect(ids).toEqual(["cspi-00000", "cspi-00001", "cspi-00002", "cspi-00003", "cspi-00004"]);
  expect(responses.map(({ url }) => new URL(url).search)).toEqual([
    "?environment=env-00000&page_size=100",
    "?environment=env-00000&page_size=100&page_token=UvmDWOB1iwfAIBPj6EYb",
  ]);
  expect(violations()).toEqual([]);
});

test("an empty page is an empty list", async () => {
  const { confluent, violations } = clientOf("checked");
  const options = { headers: { Prefer: "example=empty-page" } };
  expect(await confluent.pim.v1.integrations.list({ environment }, options).toArray()).toEqual([]);
  expect(violations()).toEqual([]);
});

test("a link that leads to the same page again and again is a PaginationError", async () => {
  const { confluent, responses } = clientOf("mock");
  const options = { headers: { Prefer: "example=first-page" } };
  const reading = confluent.pim.v1.integrations.list({ environment }, options).toArray();
  await expect(reading).rejects.toThrow(PaginationError);
  expect(responses).toHaveLength(2);
});

test("`paginate` reads the same list by its path", async () => {
  const { confluent, violations } = clientOf("checked");
  const items = await confluent
    .paginate("/pim/v1/integrations", { params: { query: { environment } } })
    .toArray();
  expect(items.map(({ id }) => id)).toHaveLength(5);
  expect(violations()).toEqual([]);
});
