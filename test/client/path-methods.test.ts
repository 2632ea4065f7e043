import { describe, expect, test } from "vitest";
import { encodeBody } from "../../src/http/encode-body.js";
import { bearerToken, createClient, ResponseFormatError, type Api } from "../../src/index.js";
import { connect } from "../support/client.js";
import { environment, integration, newIntegration, page } from "../support/integrations.js";
import { rejection } from "../support/rejection.js";
import { serve, type ReceivedRequest } from "../support/server.js";

const init = { params: { path: { id: "cspi-12345" }, query: { environment } } };
const path = "/pim/v1/integrations/{id}";

describe("a path method resolves to data and response for a success", () => {
  test("of GET, with the query as it was given", async () => {
    const server = await serve(page(["a"]));
    const query = { environment, provider: "AWS" };
    const result = await connect(server).GET("/pim/v1/integrations", { params: { query } });
    expect(result.data?.data.map(({ id }) => id)).toEqual(["a"]);
    expect(result).not.toHaveProperty("error");
    expect(result.response).toBeInstanceOf(Response);
    expect(result.response.status).toBe(200);
    expect(server.requests).toMatchObject([
      { method: "GET", url: "/pim/v1/integrations?environment=env-00000&provider=AWS" },
    ]);
  });

  test("of POST, with the body as JSON", async () => {
    const server = await serve({ status: 201, headers: { Location: "/there" }, body: integration() });
    const result = await connect(server).POST("/pim/v1/integrations", { body: newIntegration });
    expect(result.data).toEqual(integration());
    expect(result.response.headers.get("location")).toBe("/there");
    expect(server.requests).toMatchObject([{ method: "POST", body: JSON.stringify(newIntegration) }]);
  });

  test("of DELETE, with undefined for data", async () => {
    const server = await serve({ status: 204 });
    const result = await connect(server).DELETE(path, init);
    expect(result).toEqual({ data: undefined, response: expect.any(Response) as Response });
    expect(server.requests).toMatchObject([{ method: "DELETE" }]);
  });

  test("of HEAD, with the headers alone", async () => {
    const server = await serve({ headers: { "X-RateLimit-Remaining": "7" } });
    const result = await connect(server).HEAD("/pim/v1/integrations", { params: { query: { environment } } });
    expect(result.error).toBeUndefined();
    expect(result.response.headers.get("x-ratelimit-remaining")).toBe("7");
    expect(server.requests).toMatchObject([{ method: "HEAD" }]);
  });

  test("of request, which takes the method in lower case too", async () => {
    const server = await serve({ body: integration() });
    const result = await connect(server).request("get", path, init);
    expect(result.data?.id).toBe("cspi-12345");
    expect(server.requests).toMatchObject([{ method: "GET" }]);
  });

  test.each(["PUT", "PATCH", "OPTIONS"] as const)("of %s, which is not in the document", async (method) => {
    const server = await serve({ body: { ok: true } });
    const client = connect(server) as unknown as Record<typeof method, (path: string) => Promise<unknown>>;
    expect(await client[method]("/anything")).toMatchObject({ data: { ok: true } });
    expect(server.requests).toMatchObject([{ method, url: "/anything" }]);
  });

  test("with a response that has the URL and the headers", async () => {
    const server = await serve({ body: integration() });
    const { response } = await connect(server).GET(path, init);
    expect(response.url).toBe(`${server.url}/pim/v1/integrations/cspi-12345?environment=env-00000`);
    expect(response.headers.get("content-type")).toBe("application/json");
  });
});

describe("a path method has the options of openapi-fetch", () => {
  test("`fetch`, which is called with the attempt's signal beside the request", async () => {
    const server = await serve({ body: integration() });
    const seen: string[] = [];
    const fetch = (request: Request, init?: RequestInit): Promise<Response> => {
      seen.push(request.url, String(init?.signal?.aborted), String(request.headers.has("authorization")));
      return globalThis.fetch(request, init);
    };
    const { data } = await connect(server).GET(path, { ...init, fetch });
    expect(data?.id).toBe("cspi-12345");
    expect(seen).toEqual([expect.stringContaining("/cspi-12345?"), "false", "true"]);
  });

  test("`querySerializer` and `bodySerializer`", async () => {
    const server = await serve({ body: integration() });
    const confluent = connect(server);
    await confluent.GET(path, { ...init, querySerializer: () => "mine=1" });
    await confluent.POST("/pim/v1/integrations", { body: newIntegration, bodySerializer: () => "mine" });
    expect(server.requests[0]?.url).toBe("/pim/v1/integrations/cspi-12345?mine=1");
    expect(server.requests[1]?.body).toBe("mine");
  });

  test.each<{ headers?: HeadersInit }>([
    {},
    { headers: { "X-A": "1" } },
    { headers: new Headers({ "X-A": "1" }) },
  ])("a form as the body if the document has one (%o)", async (options) => {
    const server = await serve({ body: { access_token: "t" } });
    const body = { grant_type: "g", subject_token: "a b" };
    await connect(server).POST("/sts/v1/oauth2/token", { body, ...options });
    expect(server.requests[0]?.body).toBe("grant_type=g&subject_token=a+b");
    expect(server.requests[0]?.headers["x-a"]).toBe(options.headers && "1");
  });

  test("another content type than that of the document", async () => {
    const server = await serve({ body: { access_token: "t" } });
    const headers = { "content-type": "application/json" };
    await connect(server).POST("/sts/v1/oauth2/token", {
      body: { grant_type: "g", subject_token: "a b" },
      headers,
    });
    expect(server.requests[0]?.body).toBe('{"grant_type":"g","subject_token":"a b"}');
  });
});

describe("a path method of an operation", () => {
  const operation = { id: "uploadFile", method: "PUT", path: "/files/{id}" } as const;
  const api: Api = {
    operations: {
      files: {
        upload: { ...operation, body: { encode: encodeBody, formats: { "text/csv": "raw" } } },
        send: { ...operation, path: "/forms/{id}", body: { encode: encodeBody, formats: { "*/*": "raw" } } },
      },
    },
  };
  const put = async (
    path: string,
    body: unknown,
    options: object = {},
  ): Promise<ReceivedRequest | undefined> => {
    const server = await serve({ body: {} });
    const client = createClient({ api, baseUrl: server.url, auth: bearerToken("token") });
    const { PUT } = client as unknown as { PUT: (path: string, init: object) => Promise<object> };
    await PUT(path, { params: { path: { id: "a" } }, body, ...options });
    return server.requests[0];
  };

  test("sends a body that is not JSON as it is, under its media type", async () => {
    for (const body of ["a,b", new TextEncoder().encode("a,b"), new Blob(["a,b"]).stream()]) {
      const request = await put("/files/{id}", body);
      expect(request?.body).toBe("a,b");
      expect(request?.headers["content-type"]).toBe("text/csv");
    }
  });

  test("lets `fetch` derive the media type that the operation does not name", async () => {
    const request = await put("/forms/{id}", new URLSearchParams({ a: "b c" }));
    expect(request?.body).toBe("a=b+c");
    expect(request?.headers["content-type"]).toBe("application/x-www-form-urlencoded;charset=UTF-8");
  });

  test("sends what the call's own `bodySerializer` returns", async () => {
    const request = await put("/files/{id}", { a: 1 }, { bodySerializer: () => "a\n1" });
    expect(request?.body).toBe("a\n1");
  });
});

describe("a path method whose path has a query", () => {
  const urlOf = async (path: string, init?: object): Promise<string | undefined> => {
    const server = await serve({ body: {} });
    await connect(server).GET(path as never, init as never);
    return server.requests[0]?.url;
  };

  test.each<[string, object | undefined, string]>([
    ["alone", undefined, "/entity?type=table"],
    ["with an empty query", { query: {} }, "/entity?type=table"],
    ["with missing values", { query: { name: undefined, limit: null } }, "/entity?type=table"],
    ["with more parameters", { query: { name: "a&b", limit: 5 } }, "/entity?type=table&name=a%26b&limit=5"],
  ])("sends it %s", async (_, params, expected) => {
    expect(await urlOf("/entity?type=table", { params })).toBe(expected);
  });

  test("fills in the parameters of its path", async () => {
    const params = { path: { type: "a b", id: "1/2" }, query: { limit: 5 } };
    expect(await urlOf("/entity/{id}?type={type}", { params })).toBe("/entity/1%2F2?type=a%20b&limit=5");
  });

  test("uses the call's own `querySerializer`, as a function or as options", async () => {
    const params = { query: { tags: ["a", "b"] } };
    expect(await urlOf("/entity?x=y", { params, querySerializer: () => "mine=1" })).toBe(
      "/entity?x=y&mine=1",
    );
    const querySerializer = { array: { style: "form", explode: false } };
    expect(await urlOf("/entity?x=y", { params, querySerializer })).toBe("/entity?x=y&tags=a,b");
  });
});

test("a success that is not JSON is a ResponseFormatError, as it is for a resource", async () => {
  const server = await serve({ headers: { "Content-Type": "text/html" }, body: "<html>" });
  const error = await rejection(connect(server).GET(path, init), ResponseFormatError);
  expect(error.message).toBe("200 with a body that is not JSON but text/html (getPimV1Integration)");
});

test("a path that is not in the document is sent, and errors name its method and path", async () => {
  const server = await serve({ body: "<html>" });
  const call = connect(server).GET("/iam/v2/users" as never, {} as never);
  const { operation } = await rejection(call, ResponseFormatError);
  expect(operation).toBe("GET /iam/v2/users");
});
