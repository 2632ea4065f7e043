import { describe, expect, test } from "vitest";
import { PaginationError } from "../../src/index.js";
import { rejection } from "../support/rejection.js";
import { serve, type TestServer } from "../support/server.js";
import { listOf } from "./lists.js";

const urls = ({ requests }: TestServer): readonly string[] => requests.map(({ url }) => url);

describe("a list by offset", () => {
  const counted = (total: number): ReturnType<typeof serve> =>
    serve(({ query }) => {
      const offset = Number(query.get("offset") ?? 0);
      const limit = Number(query.get("limit") ?? 2);
      const all = Array.from({ length: total }, (_, index) => index);
      return { body: all.slice(offset, offset + limit) };
    });

  test("ends with a page that has fewer items than the limit", async () => {
    const server = await counted(5);
    expect(await listOf(server, { style: "offset", maxPageSize: 3 }).toArray()).toEqual([0, 1, 2, 3, 4]);
    expect(urls(server)).toEqual(["/things?limit=3", "/things?limit=3&offset=3"]);
  });

  test("ends with an empty page when there is no limit", async () => {
    const server = await counted(4);
    expect(await listOf(server, { style: "offset" }).toArray()).toEqual([0, 1, 2, 3]);
    expect(urls(server)).toEqual(["/things", "/things?offset=2", "/things?offset=4"]);
  });

  test("starts at the given offset, and can be read twice", async () => {
    const server = await counted(5);
    const things = listOf(server, { style: "offset" }, { offset: 3, limit: 10 });
    expect(await things.toArray()).toEqual([3, 4]);
    expect(await things.toArray()).toEqual([3, 4]);
  });

  test("is a PaginationError when the service ignores the offset", async () => {
    const server = await serve({ body: ["a", "b"] });
    const error = await rejection(listOf(server, { style: "offset" }).toArray(), PaginationError);
    expect(error.message).toBe("The list does not end: the service sent the same page again at offset 2");
    expect(server.requests).toHaveLength(2);
  });
});
