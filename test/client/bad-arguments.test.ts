import { describe, expect, test } from "vitest";
import { ConfigurationError, waitUntil } from "../../src/index.js";
import { connect, type TestClient } from "../support/client.js";
import { environment, newIntegration, page } from "../support/integrations.js";
import { rejection } from "../support/rejection.js";
import { serve, type TestServer } from "../support/server.js";

const query = { environment };
const circular: Record<string, unknown> = {};
circular["itself"] = circular;
const path = "/pim/v1/integrations/{id}";
const init = { params: { path: { id: "cspi-12345" }, query } };

async function untouched(): Promise<{ server: TestServer; confluent: TestClient }> {
  const server = await serve(page([]));
  return { server, confluent: connect(server) };
}

describe("an argument that will not do is reported before anything is sent", () => {
  test.each<[string, (confluent: TestClient) => Promise<unknown>, string]>([
    [
      "an option of a call",
      (c) => c.pim.v1.integrations.get("a", query, { timeout: 1 } as never),
      "getPimV1Integration: unknown option `timeout`; did you mean `timeoutMs`?",
    ],
    [
      "a header of a call",
      (c) => c.pim.v1.integrations.get("a", query, { headers: { "X-A": "✓" } }),
      'getPimV1Integration: headers: the header "X-A" has a value',
    ],
    [
      "a header of a path",
      (c) => c.GET(path, { ...init, headers: { "X-A": "✓" } }),
      'getPimV1Integration: headers: the header "X-A" has a value',
    ],
    [
      "a header parameter",
      (c) => c.GET(path, { params: { ...init.params, header: { "X-A": "\n\0" } } } as never),
      'getPimV1Integration: params.header: the header "X-A" has a value',
    ],
    [
      "headers as a list",
      (c) => c.GET(path, { ...init, headers: [["X-A", "a\nb"]] }),
      'getPimV1Integration: headers: the header "X-A" has a value',
    ],
    [
      "a controller for a signal",
      (c) => c.pim.v1.integrations.get("a", query, { signal: new AbortController() as never }),
      "getPimV1Integration: signal must be an AbortSignal, such as `controller.signal`",
    ],
    [
      "a controller for the signal of a wait",
      () => waitUntil(() => true, { timeoutMs: 1, signal: new AbortController() as never }),
      "waitUntil: `signal` must be an AbortSignal",
    ],
    [
      "a `fetch` that is none",
      (c) => c.GET(path, { ...init, fetch: "fetch" as never }),
      "getPimV1Integration: fetch must be a function, not string",
    ],
    [
      "a way to parse that does not exist",
      (c) => c.GET(path, { ...init, parseAs: "xml" as never }),
      "parseAs must be one of json, text, blob, arrayBuffer, stream, not xml",
    ],
    [
      "options that are none",
      (c) => c.GET(path, "environment=env-00000" as never),
      "getPimV1Integration: the options must be an object, not a string",
    ],
    [
      "params that are none",
      (c) => c.GET(path, { params: "cspi-12345" as never }),
      "getPimV1Integration: params must be an object, not a string",
    ],
    [
      "a method that is none",
      (c) => c.request("GET IT" as never, path, init as never),
      '"GET IT" is not a method that `fetch` sends',
    ],
    [
      "TRACE",
      (c) => c.TRACE("/x" as never, undefined as never),
      '"TRACE" is not a method that `fetch` sends',
    ],
    ["a body of a read", (c) => c.GET(path, { ...init, body: {} } as never), "a GET has no body"],
    [
      "a promise for a body",
      (c) => c.pim.v1.integrations.create(Promise.resolve(newIntegration) as never),
      "the body cannot be written as JSON: it is a promise",
    ],
    [
      "a Map for a body",
      (c) => c.pim.v1.integrations.create(new Map([["provider", "AWS"]]) as never),
      "the body cannot be written as JSON: it is a Map",
    ],
    ...(
      [
        ["a function", () => 1, "query parameter `odd` is a function"],
        ["no number", NaN, "query parameter `odd` is NaN"],
        ["a promise", Promise.resolve("a"), "query parameter `odd` is a promise"],
        ["a Set", new Set(["a"]), "query parameter `odd` is a Set"],
        ["what contains itself", circular, "is nested too deeply, or contains itself"],
      ] as const
    ).map(([name, odd, problem]): [string, (confluent: TestClient) => Promise<unknown>, string] => [
      `${name} in a query`,
      (c) => c.pim.v1.integrations.get("a", query, { query: { odd } }),
      problem,
    ]),
    ...[new URLSearchParams(query), new Map([["environment", environment]]), [query]].flatMap(
      (odd): [string, (confluent: TestClient) => Promise<unknown>, string][] => {
        const problem = `the query must be an object, not a ${Array.isArray(odd) ? "list" : odd.constructor.name}`;
        return [
          [
            `a ${odd.constructor.name} for a query`,
            (c) => c.pim.v1.integrations.get("a", odd as never),
            problem,
          ],
          [
            `a ${odd.constructor.name} for the query of a path`,
            (c) => c.GET("/org/v2/environments", { params: { query: odd as never } }),
            problem,
          ],
          [
            `a ${odd.constructor.name} for the query of a list`,
            async (c) => c.paginate("/org/v2/environments", { params: { query: odd as never } }).toArray(),
            problem,
          ],
        ];
      },
    ),
    [
      "a bigint in the body",
      (c) => c.pim.v1.integrations.create({ ...newIntegration, quota: 1n } as never),
      "the body cannot be written as JSON: Do not know how to serialize a BigInt",
    ],
    [
      "a function for a body",
      (c) => c.POST("/pim/v1/integrations", { body: (() => 1) as never }),
      "the body must be an object, not a function",
    ],
    [
      "half a character in an id",
      (c) => c.pim.v1.integrations.get("\ud83d", query),
      "path parameter `id` has half a surrogate pair",
    ],
    [
      "no number for an id",
      (c) => c.pim.v1.integrations.get(NaN as never, query),
      "path parameter `id` is NaN",
    ],
    [
      "half a character in a query",
      (c) => c.pim.v1.integrations.get("a", { environment: "\udc00" }),
      "query parameter `environment` cannot be encoded",
    ],
    [
      "an invalid date in a query",
      (c) => c.pim.v1.integrations.get("a", query, { query: { since: new Date(NaN) } }),
      "query parameter `since` is an invalid date",
    ],
    [
      "a path without a slash",
      (c) => c.GET("@evil.example/x" as never, undefined as never),
      "the path must begin with a slash",
    ],
    [
      "a path that is a URL",
      (c) => c.GET("https://evil.example/" as never, undefined as never),
      "the path must begin with a slash",
    ],
    [
      "a path that is none",
      (c) => c.GET(undefined as never, undefined as never),
      "the path must begin with a slash",
    ],
    [
      "a path that climbs",
      (c) => c.GET("/../admin" as never, undefined as never),
      "the path must stay below the base URL",
    ],
    [
      "a path that climbs, encoded",
      (c) => c.GET("/a/%2E%2e/../admin" as never, undefined as never),
      "the path must stay below the base URL",
    ],
    [
      "a path that climbs with a backslash",
      (c) => c.GET("/a\\..\\..\\admin" as never, undefined as never),
      "the path must stay below the base URL",
    ],
    [
      "a path with a fragment",
      (c) => c.GET("/a#b" as never, undefined as never),
      "the path must stay below the base URL",
    ],
  ])("%s", async (_, call, problem) => {
    const { server, confluent } = await untouched();
    const { message } = await rejection(call(confluent), ConfigurationError);
    expect(message).toContain(problem);
    expect(server.requests).toEqual([]);
  });

  test("a body that contains itself", async () => {
    const { server, confluent } = await untouched();
    const body: Record<string, unknown> = { ...newIntegration };
    body["self"] = body;
    const { message } = await rejection(
      confluent.pim.v1.integrations.create(body as never),
      ConfigurationError,
    );
    expect(message).toBe("the body cannot be written as JSON: Converting circular structure to JSON");
    expect(server.requests).toEqual([]);
  });
});

test("names in a query are encoded as values are", async () => {
  const { server, confluent } = await untouched();
  const odd = { "a&b=c": "d", "x[y]": 1, deep: { "k&": "v" }, "ü #": "1" };
  await confluent.GET("/pim/v1/integrations", { params: { query: { ...query, ...odd } } });
  const [request] = server.requests;
  expect(request?.url).toContain("a%26b%3Dc=d&x%5By%5D=1&deep[k%26]=v&%C3%BC%20%23=1");
  expect(Object.fromEntries(request?.query ?? [])).toMatchObject({
    "a&b=c": "d",
    "x[y]": "1",
    "deep[k&]": "v",
    "ü #": "1",
  });
});
