import { describe, expect, test } from "vitest";
import { PaginationError, ResponseFormatError } from "../../src/index.js";
import { connect, type TestClient } from "../support/client.js";
import { environment, integration, page } from "../support/integrations.js";
import { rejection } from "../support/rejection.js";
import type { ScriptedResponse } from "../support/respond.js";
import { serve, type TestServer } from "../support/server.js";
import { listOf } from "./lists.js";

function list(server: TestServer): ReturnType<TestClient["pim"]["v1"]["integrations"]["list"]> {
  return connect(server).pim.v1.integrations.list({ environment });
}

/** A page of one item with the metadata given. */
function pageWith(metadata: unknown, id = "a"): ScriptedResponse {
  return { body: { ...(metadata !== undefined && { metadata }), data: [integration(id)] } };
}

describe("a list ends with a page", () => {
  test.each([
    ["whose metadata is empty", {}],
    ["that has no metadata", undefined],
    ["whose metadata is null", null],
    ["whose `next` is null", { next: null }],
    ['whose `next` is ""', { next: "" }],
    ["that has `prev` and `first`, and no `next`", { first: "/x?page_token=1", prev: "/x?page_token=1" }],
  ])("%s", async (_, metadata) => {
    const server = await serve([pageWith(metadata)]);
    expect(await list(server).toArray()).toEqual([integration("a")]);
    expect(server.requests).toHaveLength(1);
  });

  test("whose data is null or empty", async () => {
    for (const data of [null, []]) {
      const server = await serve([{ body: { data, metadata: {} } }]);
      expect(await list(server).toArray()).toEqual([]);
    }
  });
});

describe("the token of the next page comes from the link `next`", () => {
  test.each([
    ["of the same host", "https://api.confluent.cloud/pim/v1/integrations?page_token=T", "T"],
    ["of another host, which is never called", "https://internal.example/pim?page_token=T", "T"],
    ["of http", "http://api.confluent.cloud/pim/v1/integrations?page_token=T", "T"],
    ["that is relative", "/pim/v1/integrations?page_token=T", "T"],
    ["that is a query only", "?page_size=10&page_token=T", "T"],
    ["with other parameters, which are not taken over", "/x?environment=other&page_token=T&page_size=1", "T"],
    ["with a fragment", "/x?page_token=T#top", "T"],
    ["with what a URL encodes", "/x?page_token=a%2Bb%2Fc%3D%3D%26d%20%C3%A9", "a+b/c==&d é"],
  ])("%s", async (_, next, token) => {
    const server = await serve([pageWith({ next }), pageWith({}, "b")]);
    expect((await list(server).toArray()).map(({ id }) => id)).toEqual(["a", "b"]);
    expect(server.requests.map(({ query }) => Object.fromEntries(query))).toEqual([
      { environment, page_size: "100" },
      { environment, page_size: "100", page_token: token },
    ]);
    expect(server.requests[1]?.url).toMatch(/^\/pim\/v1\/integrations\?/);
  });

  test("and is encoded again in the next request", async () => {
    const server = await serve([page(["a"], "a+b/c=&?#"), page(["b"])]);
    await list(server).toArray();
    expect(server.requests[1]?.url).toMatch(/&page_token=a%2Bb%2Fc%3D%26%3F%23$/);
  });
});

test("an empty page that has a `next` does not end the list", async () => {
  const server = await serve([page([], "2"), page([], "3"), page(["a"])]);
  expect((await list(server).toArray()).map(({ id }) => id)).toEqual(["a"]);
});

describe("a list whose next token is in meta.pagination", () => {
  test("is requested page by page with that token", async () => {
    const server = await serve([
      { body: { data: ["a"], meta: { pagination: { next_page_token: "T", total_size: 2 } } } },
      { body: { data: ["b"], meta: { pagination: { next_page_token: null } } } },
    ]);
    expect(await listOf(server, { style: "token", maxPageSize: 50 }).toArray()).toEqual(["a", "b"]);
    expect(server.requests.map(({ url }) => url)).toEqual([
      "/things?page_size=50",
      "/things?page_size=50&page_token=T",
    ]);
  });

  test("ends with a page without meta", async () => {
    const server = await serve({ body: { data: ["a"] } });
    expect(await listOf(server, { style: "token" }).toArray()).toEqual(["a"]);
  });
});

describe("an unusable link is a PaginationError", () => {
  test.each([
    ["has no page_token", "https://api.confluent.cloud/pim/v1/integrations?page=2"],
    ["has an empty page_token", "/pim/v1/integrations?page_token="],
    ["is no URL", "https://"],
    ["is a number", 2],
    ["is false", false],
    ["is an object", { page_token: "2" }],
    ["is a list with a link in it", ["/pim/v1/integrations?page_token=2"]],
  ])("when `next` %s", async (_, next) => {
    const server = await serve([pageWith({ next })]);
    const error = await rejection(list(server).toArray(), PaginationError);
    expect(error.message).toContain("no `page_token`");
    expect(error.message).toContain(JSON.stringify(next));
    expect(error).toMatchObject({ operation: "listPimV1Integrations", attempts: [{ status: 200 }] });
    // The first page had the bad link, and has no token.
    expect(error).not.toHaveProperty("pageToken");
    expect(server.requests).toHaveLength(1);
  });

  test("which has the token of the page with the link", async () => {
    const server = await serve([page(["a"], "2"), pageWith({ next: "/x" })]);
    const error = await rejection(list(server).toArray(), PaginationError);
    expect(error.pageToken).toBe("2");
  });
});

describe("a successful response that is not a list is a ResponseFormatError", () => {
  test.each([
    ["without `data`", { metadata: {} }],
    ["whose `data` is an object", { data: {} }],
    ["whose `data` is a string", { data: "a" }],
    ["that is a bare array", [integration("a")]],
    ["that is null", null],
    ["that is a string", '"data"'],
    ["that is empty", undefined],
  ])("%s", async (_, body) => {
    const server = await serve([{ body }]);
    const error = await rejection(list(server).toArray(), ResponseFormatError);
    expect(error.message).toBe("200 without the array `data` that a list has (listPimV1Integrations)");
  });

  test("and has the token of the page", async () => {
    const server = await serve([page(["a"], "2"), { body: "<html>" }]);
    const error = await rejection(list(server).toArray(), ResponseFormatError);
    expect(error.message).toContain("is not JSON");
    expect(error.pageToken).toBe("2");
  });
});
