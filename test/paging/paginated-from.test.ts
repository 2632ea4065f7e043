import { expect, test } from "vitest";
import { ConfigurationError, Paginated } from "../../src/index.js";

test("a list of given items is read as one of the service", async () => {
  const list = Paginated.from([1, 2, 3]);
  expect(await list.toArray()).toEqual([1, 2, 3]);
  expect(await list.toArray({ limit: 2 })).toEqual([1, 2]);
});

test("it has pages, of which the last has no token", async () => {
  const pages = [];
  for await (const { data, nextPageToken, totalSize } of Paginated.from(new Set("abc"), {
    pageSize: 2,
  }).pages())
    pages.push({ data, nextPageToken, totalSize });
  expect(pages).toEqual([
    { data: ["a", "b"], nextPageToken: "2", totalSize: 3 },
    { data: ["c"], nextPageToken: undefined, totalSize: 3 },
  ]);
});

test.each([0, 1.5, NaN])("it has no pages of %s items", (pageSize) => {
  expect(() => Paginated.from([], { pageSize })).toThrow(ConfigurationError);
});
