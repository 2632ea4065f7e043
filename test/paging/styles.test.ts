import { describe, expect, test } from "vitest";
import { bearerToken, createClient, PaginationError, type Paginated } from "../../src/index.js";
import type { Api, Operation } from "../../src/operation.js";
import { rejection } from "../support/rejection.js";
import { serve, type TestServer } from "../support/server.js";

type Query = Readonly<Record<string, unknown>>;
interface Resources {
  readonly things: { list(query?: Query): Paginated<unknown> };
}

function list(server: TestServer, paging: Operation["paging"], query?: Query): Paginated<unknown> {
  const operation: Operation = {
    id: "listThings",
    method: "GET",
    path: "/things",
    ...(paging && { paging }),
  };
  const api: Api<object, Resources> = { operations: { things: { list: operation } } };
  return createClient({ api, baseUrl: server.url, auth: bearerToken("token-1") }).things.list(query);
}

const urls = ({ requests }: TestServer): readonly string[] => requests.map(({ url }) => url);

describe("a list that is counted", () => {
  const counted = (total: number): ReturnType<typeof serve> =>
    serve(({ query }) => {
      const offset = Number(query.get("offset") ?? 0);
      const limit = Number(query.get("limit") ?? 2);
      const all = Array.from({ length: total }, (_, index) => index);
      return { body: all.slice(offset, offset + limit) };
    });

  test("ends with a page that is not full", async () => {
    const server = await counted(5);
    expect(await list(server, { style: "offset", maxPageSize: 3 }).toArray()).toEqual([0, 1, 2, 3, 4]);
    expect(urls(server)).toEqual(["/things?limit=3", "/things?limit=3&offset=3"]);
  });

  test("ends with an empty page where nobody knows what fills one", async () => {
    const server = await counted(4);
    expect(await list(server, { style: "offset" }).toArray()).toEqual([0, 1, 2, 3]);
    expect(urls(server)).toEqual(["/things", "/things?offset=2", "/things?offset=4"]);
  });

  test("begins where the caller says, and can be read twice", async () => {
    const server = await counted(5);
    const things = list(server, { style: "offset" }, { offset: 3, limit: 10 });
    expect(await things.toArray()).toEqual([3, 4]);
    expect(await things.toArray()).toEqual([3, 4]);
  });

  test("does not go on for ever when the service takes no notice of the offset", async () => {
    const server = await serve({ body: ["a", "b"] });
    const error = await rejection(list(server, { style: "offset" }).toArray(), PaginationError);
    expect(error.message).toBe("The list does not end: the service sent the same page again at offset 2");
    expect(server.requests).toHaveLength(2);
  });
});

describe("a list whose next token is in meta.pagination", () => {
  test("is asked for page after page with that token", async () => {
    const server = await serve([
      { body: { data: ["a"], meta: { pagination: { next_page_token: "T", total_size: 2 } } } },
      { body: { data: ["b"], meta: { pagination: { next_page_token: null } } } },
    ]);
    expect(await list(server, { style: "token", maxPageSize: 50 }).toArray()).toEqual(["a", "b"]);
    expect(urls(server)).toEqual(["/things?page_size=50", "/things?page_size=50&page_token=T"]);
  });

  test("ends where there is no meta", async () => {
    const server = await serve({ body: { data: ["a"] } });
    expect(await list(server, { style: "token" }).toArray()).toEqual(["a"]);
  });
});
