import { describe, expectTypeOf, test } from "vitest";
import type { ConfluentClient, Page, Paginated } from "../../src/index.js";
import type { components, paths } from "../fixtures/bookshop.js";
import type { Environment, Integration } from "../support/api.js";
import type { TestClient } from "../support/client.js";

declare const confluent: TestClient;
declare const bookshop: ConfluentClient<paths>;
const query = { environment: "env-00000" };

describe("Paginated<T>", () => {
  const list = confluent.pim.v1.integrations.list(query);

  test("gives items to a loop, pages to pages(), an array to toArray()", async () => {
    for await (const item of list) expectTypeOf(item).toEqualTypeOf<Integration>();
    for await (const page of list.pages()) expectTypeOf(page).toEqualTypeOf<Page<Integration>>();
    expectTypeOf(list.toArray({ limit: 10 })).resolves.toEqualTypeOf<Integration[]>();
    expectTypeOf(list.toArray()).resolves.toEqualTypeOf<Integration[]>();
  });

  test("has pages of data, next token, total and response", () => {
    expectTypeOf<Page<Integration>>().toEqualTypeOf<{
      readonly data: readonly Integration[];
      readonly nextPageToken?: string;
      readonly totalSize?: number;
      readonly response: Response;
    }>();
  });

  test("is neither an array nor a promise", () => {
    expectTypeOf(list).not.toExtend<readonly Integration[]>();
    expectTypeOf(list).not.toExtend<PromiseLike<unknown>>();
    // @ts-expect-error -- a loop over it is a for await
    for (const item of list) void item;
  });

  test("accepts a limit that is a number, and no other option", () => {
    // @ts-expect-error -- limit is a number
    void list.toArray({ limit: "10" });
    // @ts-expect-error -- max is no option
    void list.toArray({ max: 10 });
  });
});

describe("paginate", () => {
  test("gives the items of the path's list", () => {
    expectTypeOf(confluent.paginate("/pim/v1/integrations", { params: { query } })).toEqualTypeOf<
      Paginated<Integration>
    >();
    expectTypeOf(confluent.paginate("/org/v2/environments")).toEqualTypeOf<Paginated<Environment>>();
  });

  test("gives the items of your own document's list", () => {
    const books = bookshop.paginate("/books", { params: { query: { author: "Austen" } } });
    expectTypeOf(books).toEqualTypeOf<Paginated<components["schemas"]["Book"]>>();
  });

  test("accepts only list paths", () => {
    // @ts-expect-error -- no such path
    void confluent.paginate("/pim/v1/integratoins", { params: { query } });
    // @ts-expect-error -- responds with one integration
    void confluent.paginate("/pim/v1/integrations/{id}", { params: { path: { id: "a" }, query } });
    // @ts-expect-error -- has no GET
    void confluent.paginate("/sts/v1/oauth2/token", {});
    // @ts-expect-error -- responds with nothing
    void bookshop.paginate("/health", {});
  });

  test("requires what the path requires", () => {
    // @ts-expect-error -- environment is required
    void confluent.paginate("/pim/v1/integrations");
    // @ts-expect-error -- environment is required
    void confluent.paginate("/pim/v1/integrations", { params: { query: {} } });
    // @ts-expect-error -- author is required
    void bookshop.paginate("/books");
  });
});
