import createOpenapiFetch, {
  wrapAsPathBasedClient,
  type Client,
  type ClientOptions as OpenapiFetchOptions,
  type MethodResponse,
  type PathBasedClient,
} from "openapi-fetch";
import { describe, expectTypeOf, test } from "vitest";
import createClient, * as dropIn from "../../src/openapi-fetch.js";
import type { components, paths } from "../fixtures/bookshop.js";

interface AnyPaths {}
type Book = components["schemas"]["Book"];
const bookshop = createClient<paths>();
declare const openapiFetchOptions: OpenapiFetchOptions;

describe("the drop-in", () => {
  test("is a client of openapi-fetch, of the same media type", () => {
    expectTypeOf<dropIn.DropInClient<paths>>().toExtend<Client<paths>>();
    expectTypeOf(createClient<paths, "application/json">()).toExtend<Client<paths, "application/json">>();
    expectTypeOf<dropIn.Client<paths>>().toEqualTypeOf<Client<paths>>();
    expectTypeOf<MethodResponse<typeof bookshop, "get", "/books/{isbn}">>().toEqualTypeOf<Book>();
  });

  test("takes openapi-fetch's options, and its type parameters", () => {
    expectTypeOf(createClient<paths>).toBeCallableWith(openapiFetchOptions);
    expectTypeOf(createClient<paths>).toExtend<typeof createOpenapiFetch<paths>>();
    const wrapped = <Paths extends AnyPaths>(): Client<Paths> => createClient<Paths>();
    expectTypeOf(wrapped<paths>).returns.toEqualTypeOf<Client<paths>>();
    // @ts-expect-error -- baseURL is no option
    createClient<paths>({ baseURL: "https://books.example" });
    // @ts-expect-error -- auth is what apiKey or bearerToken gives
    createClient<paths>({ auth: { key: "k", secret: "s" } });
  });

  test("types every path as openapi-fetch does", async () => {
    const plain = createOpenapiFetch<paths>();
    const init = { params: { path: { isbn: "1" } } };
    const [ours, theirs] = [
      await bookshop.GET("/books/{isbn}", init),
      await plain.GET("/books/{isbn}", init),
    ];
    expectTypeOf(ours).toEqualTypeOf(theirs);
    expectTypeOf(ours.data).toEqualTypeOf<Book | undefined>();
    expectTypeOf(ours.error).toEqualTypeOf<{ reason: string } | undefined>();
  });

  test("misses what the document requires, and takes nothing that it does not have", () => {
    // @ts-expect-error -- no such path
    void bookshop.GET("/boks", {});
    // @ts-expect-error -- author is required
    void bookshop.GET("/books", { params: { query: {} } });
    // @ts-expect-error -- binding is hard or soft
    void bookshop.POST("/books", { body: { isbn: "1", title: "Emma", binding: "none" } });
  });

  test("has no resources, which are generated", () => {
    // @ts-expect-error -- nothing but paths is known
    void bookshop.pim;
  });

  test("is found to be for its paths by wrapAsPathBasedClient", async () => {
    const client = wrapAsPathBasedClient(bookshop);
    expectTypeOf(client).toEqualTypeOf<PathBasedClient<paths>>();
    expectTypeOf(dropIn.createPathBasedClient<paths>()).toEqualTypeOf<PathBasedClient<paths>>();
    const { data } = await client["/books/{isbn}"].GET({ params: { path: { isbn: "1" } } });
    expectTypeOf(data?.title).toEqualTypeOf<string | undefined>();
  });
});
