import * as openapiFetch from "openapi-fetch";
import { afterEach, describe, expect, test, vi } from "vitest";
import {
  apiKey,
  ConfigurationError,
  ConnectionError,
  NotFoundError,
  ResponseFormatError,
  TimeoutError,
  type ClientEvent,
} from "../../src/index.js";
import * as dropIn from "../../src/openapi-fetch.js";
import type { paths } from "../fixtures/bookshop.js";
import { rejection, thrown } from "../support/rejection.js";
import { listen, serve } from "../support/server.js";

const createClient = dropIn.default;
const book = { isbn: "1", title: "Emma" };
const isbn = { params: { path: { isbn: "1" } } };
const quick = { retry: { baseDelayMs: 0 } };

afterEach(() => vi.unstubAllEnvs());

test("it exports everything that openapi-fetch exports", () => {
  expect(Object.keys(dropIn).sort()).toEqual(Object.keys(openapiFetch).sort());
  const { default: client, createPathBasedClient: byPath, ...others } = dropIn;
  expect(openapiFetch).toMatchObject(others);
  expect([client, byPath]).not.toContain(openapiFetch.default);
});

describe("without options of ours", () => {
  test("a request is the same as that of openapi-fetch", async () => {
    const server = await serve({ body: book });
    const init = { body: book, headers: { "X-Tag": ["a", "b"] as string[] } };
    const options = { baseUrl: `${server.url}/`, headers: new Headers({ "X-Team": "data" }) };
    for (const create of [openapiFetch.default, createClient]) {
      const client = create<paths>(options);
      await client.POST("/books", init);
      await client.GET("/books", { params: { query: { author: "Jane Austen" } } });
      await client.request("get", "/books/{isbn}", { params: { path: { isbn: "a/b" } } });
    }
    const sent = server.requests.map(({ method, url, body, headers }) => ({ method, url, body, headers }));
    expect(sent.slice(3)).toEqual(sent.slice(0, 3));
    expect(sent).toHaveLength(6);
  });

  test("a failed response resolves, with an `error` only if it has a body", async () => {
    const server = await serve([{ status: 409 }, { status: 404, body: { reason: "none" } }]);
    const client = createClient<paths>({ baseUrl: server.url });
    expect(await client.POST("/books", { body: book })).toMatchObject({
      error: undefined,
      response: { status: 409 },
    });
    expect(await client.GET("/books/{isbn}", isbn)).toMatchObject({ error: { reason: "none" } });
  });

  test("a call rejects with the very error of `fetch`, which middlewares see", async () => {
    const offline = new TypeError("Failed to fetch");
    const seen: unknown[] = [];
    const client = createClient<paths>({
      baseUrl: "https://books.example",
      fetch: () => Promise.reject(offline),
      retry: false,
    });
    client.use({ onError: ({ error }) => void seen.push(error) });
    await expect(client.GET("/health")).rejects.toBe(offline);
    expect(seen).toEqual([offline]);
  });

  test("a body that is not JSON rejects with a SyntaxError", async () => {
    const server = await serve({ body: "<html>" });
    const client = createClient<paths>({ baseUrl: server.url });
    await expect(client.GET("/books/{isbn}", isbn)).rejects.toThrow(SyntaxError);
  });

  test("a middleware may turn an abort into a response", async () => {
    const server = await serve(() => undefined);
    const client = createClient<paths>({ baseUrl: server.url });
    client.use({ onError: () => Response.json(book) });
    const controller = new AbortController();
    const call = client.GET("/books/{isbn}", { ...isbn, signal: controller.signal });
    await server.received(1);
    controller.abort();
    expect(await call).toMatchObject({ data: book });
  });

  test("a signal ends the call: of the client, of the call, or of the request of a middleware", async () => {
    const server = await serve(() => undefined);
    const reason = new Error("enough");
    const aborted = (): AbortSignal => {
      const controller = new AbortController();
      void server.received(server.requests.length + 1).then(() => controller.abort(reason));
      return controller.signal;
    };
    const baseUrl = server.url;
    await expect(createClient<paths>({ baseUrl, signal: aborted() }).GET("/health")).rejects.toBe(reason);
    await expect(createClient<paths>({ baseUrl }).GET("/health", { signal: aborted() })).rejects.toBe(reason);
    const client = createClient<paths>({ baseUrl });
    client.use({ onRequest: ({ request }) => new Request(request, { signal: aborted() }) });
    await expect(client.GET("/health")).rejects.toBe(reason);
  });

  test("`requestInitExt` reaches `fetch`, beside the signal of the attempt", async () => {
    const seen: (RequestInit | undefined)[] = [];
    const fetch = (_: Request, init?: RequestInit): Promise<Response> => {
      seen.push(init);
      return Promise.resolve(Response.json(book));
    };
    const client = createClient<paths>({
      baseUrl: "https://a.example",
      fetch,
      requestInitExt: { dispatcher: 1 },
    });
    await client.GET("/books/{isbn}", isbn);
    await client.GET("/books/{isbn}", { ...isbn, fetch });
    const init = expect.objectContaining({
      dispatcher: 1,
      signal: expect.any(AbortSignal) as unknown,
    }) as unknown;
    expect(seen).toEqual([init, init]);
  });

  test("a base URL may be relative or empty, where `Request` takes it", async () => {
    const server = await serve({ body: book });
    class PageRequest extends Request {
      constructor(url: RequestInfo | URL, init?: RequestInit) {
        super(typeof url === "string" ? new URL(url, server.url) : url, init);
      }
    }
    for (const baseUrl of ["", "/api"]) {
      await createClient<paths>({ baseUrl, Request: PageRequest }).GET("/health");
    }
    await createClient<paths>({ Request: PageRequest }).GET("/health");
    expect(server.requests.map(({ url }) => url)).toEqual(["/health", "/api/health", "/health"]);
  });

  test("a stream is read as it arrives, and ends with the signal of the call", async () => {
    const server = await listen((_, response) => void response.write("first"));
    const controller = new AbortController();
    const client = createClient<paths>({ baseUrl: server.url });
    const { data } = await client.GET("/books/{isbn}", {
      ...isbn,
      parseAs: "stream",
      signal: controller.signal,
    });
    const reader = data?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("first");
    controller.abort(new Error("enough"));
    await expect(reader?.read()).rejects.toThrow("enough");
  });
});

describe("credentials", () => {
  test("of the environment are not sent; a request keeps its own", async () => {
    vi.stubEnv("CONFLUENT_CLOUD_API_KEY", "CLOUDKEY");
    vi.stubEnv("CONFLUENT_CLOUD_API_SECRET", "cloudsecret");
    const server = await serve({ body: book });
    const baseUrl = server.url;
    await createClient<paths>({ baseUrl }).GET("/health");
    await createClient<paths>({ baseUrl, headers: { Authorization: "Bearer mine" } }).GET("/health");
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([undefined, "Bearer mine"]);
  });

  test("go to `https:` and loopback only; without them, any host may be `http:`", async () => {
    const auth = apiKey({ key: "key", secret: "secret" });
    const baseUrl = "http://registry.internal:8081";
    const { message } = thrown(() => createClient({ baseUrl, auth }), ConfigurationError);
    expect(message).toContain("would send credentials unencrypted");
    const fetch = ({ url }: Request): Promise<Response> => Promise.resolve(Response.json({ url }));
    const { data } = await createClient<paths>({ baseUrl, fetch }).GET("/health");
    expect(data).toEqual({ url: `${baseUrl}/health` });
  });

  test("need a base URL that says where they go", () => {
    const auth = apiKey({ key: "key", secret: "secret" });
    for (const baseUrl of ["", "/api"]) {
      expect(thrown(() => createClient({ baseUrl, auth }), ConfigurationError).message).toContain(
        "is not a URL",
      );
    }
  });
});

describe("what it adds", () => {
  test("retries what is safe to repeat, and nothing else", async () => {
    const server = await serve([{ status: 503 }, { body: book }, { status: 500 }, { body: book }]);
    const client = createClient<paths>({ baseUrl: server.url, ...quick });
    expect((await client.GET("/books/{isbn}", isbn)).data).toEqual(book);
    expect((await client.POST("/books", { body: book })).response.status).toBe(500);
  });

  test("`retry` of one call", async () => {
    const server = await serve({ status: 503 });
    const client = createClient<paths>({ baseUrl: server.url, ...quick });
    await client.GET("/health", { retry: false });
    expect(server.requests).toHaveLength(1);
  });

  test("timeouts, by option", async () => {
    const server = await serve(() => undefined);
    const client = createClient<paths>({ baseUrl: server.url, timeoutMs: 20, retry: false });
    await rejection(client.GET("/health"), TimeoutError);
    const total = createClient<paths>({ baseUrl: server.url, totalTimeoutMs: 20 });
    await rejection(total.GET("/health"), TimeoutError);
  });

  test("`typedErrors`: errors of this package", async () => {
    const server = await serve([{ status: 404, body: { reason: "none" } }, { body: "<html>" }]);
    const client = createClient<paths>({ baseUrl: server.url, typedErrors: true, retry: false });
    expect((await rejection(client.GET("/books/{isbn}", isbn), NotFoundError)).operation).toBe(
      "GET /books/{isbn}",
    );
    await rejection(client.GET("/books/{isbn}", isbn), ResponseFormatError);
    await server.close();
    const lost = await rejection(client.POST("/books", { body: book }), ConnectionError);
    expect(lost.attempts).toHaveLength(1);
  });

  test("events, the rate limit and `userAgent`", async () => {
    const server = await serve({
      body: book,
      headers: { "X-RateLimit-Limit": "5", "X-RateLimit-Remaining": "4" },
    });
    const events: ClientEvent[] = [];
    const onEvent = (event: ClientEvent): void => void events.push(event);
    const client = createClient<paths>({ baseUrl: server.url, onEvent, userAgent: "shop/1.0" });
    await client.GET("/health");
    expect(events.map(({ type }) => type)).toEqual(["request", "response"]);
    expect(client.rateLimit).toMatchObject({ limit: 5, remaining: 4 });
    expect(server.requests[0]?.headers["user-agent"]).toMatch(/^shop\/1\.0 confluent-cloud-sdk\//);
  });

  test("a wrong option is refused by name", () => {
    expect(thrown(() => createClient({ timeoutMs: -1 }), ConfigurationError).message).toContain("timeoutMs");
    expect(thrown(() => createClient({ maxConcurrency: 0 }), ConfigurationError).message).toContain(
      "maxConcurrency",
    );
  });
});

test("createPathBasedClient is on the same pipeline", async () => {
  const server = await serve([{ status: 503 }, { body: book }]);
  const client = dropIn.createPathBasedClient<paths>({ baseUrl: server.url, ...quick });
  expect((await client["/books/{isbn}"].GET(isbn)).data).toEqual(book);
});
