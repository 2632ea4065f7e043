import { describe, expect, test } from "vitest";
import { ConfigurationError, Paginated, PaginationError } from "../../src/index.js";
import { connect } from "../support/client.js";
import { environment, page } from "../support/integrations.js";
import { rejection } from "../support/rejection.js";
import { serve } from "../support/server.js";

const threePages = [page(["a", "b"], "2"), page(["c", "d"], "3"), page(["e"])];

const ids = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);

describe("reading a list", () => {
  test("gives the items of all pages in order", async () => {
    const server = await serve(threePages);
    const read: string[] = [];
    for await (const { id } of connect(server).pim.v1.integrations.list({ environment })) read.push(id);
    expect(read).toEqual(["a", "b", "c", "d", "e"]);
    expect(server.requests).toHaveLength(3);
  });

  test("sends nothing before the first item is requested", async () => {
    const server = await serve(threePages);
    const list = connect(server).pim.v1.integrations.list({ environment });
    expect(list).toBeInstanceOf(Paginated);
    const items = list[Symbol.asyncIterator]();
    const pages = list.pages();
    // Another call goes all the way there and back meanwhile.
    await connect(server).org.v2.environments.list().toArray({ limit: 1 });
    expect(server.requests.map(({ url }) => url)).toEqual(["/org/v2/environments"]);
    await items.return(undefined);
    await pages.return(undefined);
    expect(server.requests).toHaveLength(1);
  });

  test("starts from the beginning each time", async () => {
    const server = await serve([page(["a"], "2"), page(["b"]), page(["c"])]);
    const list = connect(server).pim.v1.integrations.list({ environment });
    expect(ids(await list.toArray())).toEqual(["a", "b"]);
    expect(ids(await list.toArray())).toEqual(["c"]);
    expect(server.requests.map(({ query }) => query.get("page_token"))).toEqual([null, "2", null]);
  });

  test("ends after so many pages, without a request for the next one", async () => {
    const server = await serve(({ query }) =>
      page([query.get("page_token") ?? "0"], `${query.size}${query.get("page_token") ?? ""}`),
    );
    const list = connect(server).pim.v1.integrations.list({ environment });
    expect(await list.toArray({ maxPages: 3 })).toHaveLength(3);
    expect(await list.toArray({ maxPages: 3, limit: 2 })).toHaveLength(2);
    const pages = [];
    for await (const one of list.pages({ maxPages: 1 })) pages.push(one);
    expect(pages).toHaveLength(1);
    expect(pages[0]?.nextPageToken).toBeDefined();
    expect(server.requests).toHaveLength(6);
  });

  test.each([0, -1, 1.5, NaN, "3"])("refuses %s for `maxPages`", async (maxPages) => {
    const list = Paginated.prototype.pages.bind(
      connect(await serve([])).pim.v1.integrations.list({ environment }),
    );
    const message = `\`maxPages\` must be a whole number above zero, not ${maxPages}`;
    expect(() => list({ maxPages: maxPages as number })).toThrow(new ConfigurationError(message));
  });

  test("works twice at the same time, independently", async () => {
    const server = await serve(({ query }) => (query.has("page_token") ? page(["b"]) : page(["a"], "2")));
    const list = connect(server).pim.v1.integrations.list({ environment });
    expect(await Promise.all([list.toArray(), list.toArray()])).toMatchObject([
      [{ id: "a" }, { id: "b" }],
      [{ id: "a" }, { id: "b" }],
    ]);
  });

  test("loads the next page while this one is consumed, and no page beyond it", async () => {
    const server = await serve(threePages);
    const items = connect(server).pim.v1.integrations.list({ environment })[Symbol.asyncIterator]();
    await items.next();
    // Only the first item was read, and page 2 is requested: this waits for it.
    expect((await server.received(2)).query.get("page_token")).toBe("2");
    await items.next();
    expect(server.requests).toHaveLength(2);
    await items.next();
    expect((await server.received(3)).query.get("page_token")).toBe("3");
  });
});

describe("pages()", () => {
  test("gives the data, the next token, the total and the response of each page", async () => {
    const server = await serve([
      page(["a", "b"], "2", { total_size: 3 }),
      page([], "3", { total_size: 3 }),
      page(["c"], undefined, {}),
    ]);
    const pages: unknown[] = [];
    for await (const given of connect(server).pim.v1.integrations.list({ environment }).pages()) {
      expect(given.response).toBeInstanceOf(Response);
      expect(given.response.status).toBe(200);
      pages.push({
        ...given,
        data: ids(given.data),
        response: new URL(given.response.url).search.slice(-12),
      });
    }
    expect(pages).toEqual([
      { data: ["a", "b"], nextPageToken: "2", totalSize: 3, response: "age_size=100" },
      { data: [], nextPageToken: "3", totalSize: 3, response: "page_token=2" },
      { data: ["c"], response: "page_token=3" },
    ]);
  });

  test("leaves out a total that is not a number", async () => {
    const server = await serve([page(["a"], undefined, { total_size: "3" })]);
    const { value } = await connect(server).pim.v1.integrations.list({ environment }).pages().next();
    expect(value).not.toHaveProperty("totalSize");
  });
});

describe("toArray({ limit })", () => {
  test.each([
    ["0 loads nothing", 0, [], 0],
    ["less than a page loads that page", 1, ["a"], 1],
    ["exactly a page does not load the next", 2, ["a", "b"], 1],
    ["more than a page loads the next", 3, ["a", "b", "c"], 2],
    ["exactly two pages does not load the third", 4, ["a", "b", "c", "d"], 2],
    ["more than all loads all", 100, ["a", "b", "c", "d", "e"], 3],
    ["Infinity loads all", Infinity, ["a", "b", "c", "d", "e"], 3],
  ])("%s", async (_, limit, expected, requests) => {
    const server = await serve(threePages);
    const confluent = connect(server);
    expect(ids(await confluent.pim.v1.integrations.list({ environment }).toArray({ limit }))).toEqual(
      expected,
    );
    // An unneeded request for a page would arrive before what is sent after it.
    await confluent.org.v2.environments
      .list()
      .pages()
      .next()
      .catch(() => undefined);
    const lists = server.requests.filter(({ url }) => url.startsWith("/pim/"));
    expect(lists).toHaveLength(requests);
  });

  test.each([-1, 1.5, NaN, -Infinity, "2", null])("refuses %s, and sends nothing", async (limit) => {
    const server = await serve(threePages);
    const list = connect(server).pim.v1.integrations.list({ environment });
    const error = await rejection(list.toArray({ limit: limit as number }), ConfigurationError);
    expect(error.message).toBe(`toArray: \`limit\` must be a whole number of zero or more, not ${limit}`);
    expect(server.requests).toEqual([]);
  });

  test("returns all items without a limit", async () => {
    const server = await serve([...threePages, ...threePages]);
    const list = connect(server).pim.v1.integrations.list({ environment });
    expect(await list.toArray()).toHaveLength(5);
    expect(await list.toArray({})).toHaveLength(5);
  });
});

describe("a list that does not end is a PaginationError", () => {
  test.each([
    ["A, A", ["A", "A"], "A"],
    ["A, B, A", ["A", "B", "A"], "B"],
    ["A, B, B", ["A", "B", "B"], "B"],
  ])("when the tokens are %s, after all items that arrived", async (_, tokens, last) => {
    const server = await serve(tokens.map((token, index) => page([`item-${index}`], token)));
    const ids: string[] = [];
    const read = async (): Promise<void> => {
      for await (const { id } of connect(server).pim.v1.integrations.list({ environment })) ids.push(id);
    };
    const error = await rejection(read(), PaginationError);
    expect(error.message).toContain("the token of a page that was read before");
    expect(error.pageToken).toBe(last);
    expect(ids).toEqual(tokens.map((_token, index) => `item-${index}`));
    expect(server.requests).toHaveLength(tokens.length);
  });

  test("when the token that the caller started with comes again", async () => {
    const server = await serve([page(["a"], "A")]);
    const { integrations } = connect(server).pim.v1;
    const reading = integrations.list({ environment, page_token: "A" }).toArray();
    await rejection(reading, PaginationError);
    expect(server.requests).toHaveLength(1);
  });
});
