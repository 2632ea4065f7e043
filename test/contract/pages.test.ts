import { describe, expect, inject, test } from "vitest";
import { apiKey, createClient, PaginationError, type ConfluentClient, type Fetch } from "../../src/index.js";
import { createFakeConfluent } from "../../src/testing/index.js";
import { listResource, smallestCall } from "./calls.js";
import { checkResponse } from "./check-response.js";
import { contractClient, methodOf, recordResponses } from "./client.js";
import { withCoverage } from "./coverage/record.js";
import { operations, type DocumentedOperation } from "./document.js";

const environment = "env-00000";
const auth = apiKey({ key: "key", secret: "secret" });
const LIST = "listPimV1Integrations";
const IDS = ["cspi-00000", "cspi-00001", "cspi-00002", "cspi-00003", "cspi-00004"];

const lists = operations.filter((operation) => methodOf(operation).operation.paging);

describe.each(["checked", "fake"] as const)("on the server %s", (server) => {
  test.for(lists)("$operationId has pages that end, as the document says", async (operation) => {
    const { confluent, method, prepare, responses, violations } = contractClient(server, operation);
    const call = prepare(smallestCall(operation));
    // The fake has as many pages as items then; a mock has those of the document.
    const query = server === "fake" ? { ...call.query, [sizeOf(operation)]: 1 } : call.query;
    const items = await listResource(confluent, method, { ...call, query }).toArray();
    expect(items).not.toEqual([]);
    expect(violations()).toEqual([]);
    if (server !== "fake") return;
    expect(new Set(items.map((item) => JSON.stringify(item))).size).toBe(items.length);
    // After the last page of a list by offsets, there is an empty one.
    expect(responses.length - items.length).toBe(sizeOf(operation) === "limit" ? 1 : 0);
    expect(items.length).toBeGreaterThan(1);
  });
});

function sizeOf({ parameters }: DocumentedOperation): string {
  return parameters.some(({ name }) => name === "page_size") ? "page_size" : "limit";
}

/** A client of a server that lists the five integrations of the document, none at all, or the same page again and again. */
interface Listing {
  readonly confluent: ConfluentClient;
  readonly responses: readonly Response[];
  readonly violations: () => Promise<readonly string[]>;
  readonly headers: Readonly<Record<string, string>>;
}

type Lists = "five" | "none" | "loop";

function listingOf(server: "checked" | "fake", what: Lists): Listing {
  return server === "fake" ? fakeListing(what) : mockListing(what);
}

function mockListing(what: Lists): Listing {
  const { fetch, violations } = recordResponses();
  const baseUrl = inject("servers")[what === "loop" ? "mock" : "checked"];
  const example = { five: undefined, none: "empty-page", loop: "first-page" }[what];
  return {
    ...recorded("Prism", baseUrl, fetch),
    violations: () => Promise.resolve(violations()),
    headers: example === undefined ? {} : { Prefer: `example=${example}` },
  };
}

function fakeListing(what: Lists): Listing {
  const fake = createFakeConfluent();
  const items = what === "none" ? [] : IDS.map((id) => ({ id }));
  fake.seed("pim.v1.integrations", items);
  const listing = recorded("the fake", "http://localhost", (request, init) => {
    const url = new URL(request.url);
    if (what === "loop") url.searchParams.delete("page_token");
    return fake.fetch(new Request(url, request), init);
  });
  const operation = operations.find(({ operationId }) => operationId === LIST);
  if (!operation) throw new Error(`No document has ${LIST}`);
  return {
    ...listing,
    violations: async () => {
      const problems = listing.responses.map((response) => checkResponse(operation, response));
      return (await Promise.all(problems)).flat();
    },
    headers: {},
  };
}

/** A client, and copies of the responses that it gets. */
function recorded(server: string, baseUrl: string, send: Fetch): Pick<Listing, "confluent" | "responses"> {
  const responses: Response[] = [];
  const covering = withCoverage(server, send);
  const fetch: Fetch = async (request, init) => {
    const response = await covering(request, init);
    responses.push(response.clone());
    return response;
  };
  return { confluent: createClient({ baseUrl, auth, fetch, retry: false }), responses };
}

describe.each(["checked", "fake"] as const)("on the server %s", (server) => {
  test("a list has a first and a last page, whose token the first has", async () => {
    const { confluent, responses, violations } = listingOf(server, "five");
    const sent: string[] = [];
    confluent.use({ onRequest: ({ request }) => void sent.push(new URL(request.url).search) });

    const ids = [];
    for await (const { id } of confluent.pim.v1.integrations.list({ environment, page_size: 3 }))
      ids.push(id);

    expect(ids).toEqual(IDS);
    const { metadata } = (await responses[0]?.clone().json()) as { metadata: { next: string } };
    const token = new URL(metadata.next).searchParams.get("page_token");
    expect(token).toMatch(/./);
    expect(sent).toEqual([
      "?environment=env-00000&page_size=3",
      `?environment=env-00000&page_size=3&page_token=${token}`,
    ]);
    expect(await violations()).toEqual([]);
  });

  test("an empty page is an empty list", async () => {
    const { confluent, violations, headers } = listingOf(server, "none");
    expect(await confluent.pim.v1.integrations.list({ environment }, { headers }).toArray()).toEqual([]);
    expect(await violations()).toEqual([]);
  });

  test("a link that leads to the same page again and again is a PaginationError", async () => {
    const { confluent, responses, headers } = listingOf(server, "loop");
    const reading = confluent.pim.v1.integrations.list({ environment, page_size: 3 }, { headers }).toArray();
    await expect(reading).rejects.toThrow(PaginationError);
    expect(responses).toHaveLength(2);
  });

  test("`paginate` reads the same list by its path, with the largest pages", async () => {
    const { confluent, violations } = listingOf(server, "five");
    const sizes: (string | null)[] = [];
    confluent.use({
      onRequest: ({ request }) => void sizes.push(new URL(request.url).searchParams.get("page_size")),
    });
    const items = await confluent
      .paginate("/pim/v1/integrations", { params: { query: { environment } } })
      .toArray();
    expect(items.map(({ id }) => id)).toEqual(IDS);
    expect(new Set(sizes)).toEqual(new Set(["100"]));
    expect(await violations()).toEqual([]);
  });
});
