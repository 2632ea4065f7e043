import { describe, expect, test } from "vitest";
import { ConfigurationError } from "../../src/index.js";
import { connect, type TestClient } from "../support/client.js";
import { environment, newIntegration, page } from "../support/integrations.js";
import { rejection } from "../support/rejection.js";
import { serve, type TestServer } from "../support/server.js";

const query = { environment };
const path = "/pim/v1/integrations/{id}";
const init = { params: { path: { id: "cspi-12345" }, query } };

async function untouched(): Promise<{ server: TestServer; confluent: TestClient }> {
  const server = await serve(page([]));
  return { server, confluent: connect(server) };
}

describe("an option that will not do is reported when the client is created", () => {
  test.each<[object, string]>([
    [{ timeout: 1 }, "unknown option `timeout`; did you mean `timeoutMs`?"],
    [{ baseURL: "https://a.example" }, "unknown option `baseURL`; did you mean `baseUrl`?"],
    [{ onEvents: () => undefined }, "unknown option `onEvents`; did you mean `onEvent`?"],
    [{ zebra: 1 }, "unknown option `zebra`"],
    [{ retry: { maxRetry: 1 } }, "unknown option `retry.maxRetry`; did you mean `retry.maxRetries`?"],
    [{ auth: "key:secret" }, "`auth` must be what apiKey(), stsToken() or bearerToken() returns"],
    [
      { auth: { key: "k", secret: "s" } },
      "`auth` must be what apiKey(), stsToken() or bearerToken() returns",
    ],
    [{ fetch: "fetch" }, "`fetch` must be a function, not string"],
    [{ userAgent: "müller ✓/1.0" }, 'userAgent: the header "User-Agent" has a value with line breaks'],
    [{ userAgent: "sync/1\n" }, 'userAgent: the header "User-Agent" has a value with line breaks'],
    [{ userAgent: "a\r\nb" }, 'userAgent: the header "User-Agent" has a value with line breaks'],
    [{ headers: { "X-Team": "Süd ✓" } }, 'headers: the header "X-Team" has a value with line breaks'],
    [{ headers: { "X Team": "a" } }, 'headers: the header "X Team" has a name with characters'],
    [{ headers: { "": "a" } }, 'headers: the header "" has a name with characters'],
    [{ headers: { "X-Team": { a: 1 } } }, 'headers: the header "X-Team" must be a string, not object'],
  ])("%j", (options, problem) => {
    const create = (): unknown => connect({ url: "https://api.confluent.cloud" }, options);
    expect(create).toThrow(ConfigurationError);
    expect(create).toThrow(problem);
  });
});

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
