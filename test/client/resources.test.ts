import { describe, expect, test } from "vitest";
import { connect } from "../support/client.js";
import { environment, integration, newIntegration, page } from "../support/integrations.js";
import { serve, type TestServer } from "../support/server.js";

async function one(): Promise<TestServer> {
  return serve({ body: integration() });
}

describe("a resource method sends", () => {
  test("get: the id in the path, and the query", async () => {
    const server = await one();
    const result = await connect(server).pim.v1.integrations.get("cspi-12345", { environment });
    expect(result).toEqual(integration());
    expect(server.requests).toMatchObject([
      { method: "GET", url: "/pim/v1/integrations/cspi-12345?environment=env-00000", body: "" },
    ]);
  });

  test("create: the body as JSON, and no query", async () => {
    const server = await serve({ status: 201, body: integration() });
    const result = await connect(server).pim.v1.integrations.create(newIntegration);
    expect(result).toEqual(integration());
    expect(server.requests).toMatchObject([
      { method: "POST", url: "/pim/v1/integrations", body: JSON.stringify(newIntegration) },
    ]);
  });

  test("delete: the id and the query, and no body", async () => {
    const server = await serve({ status: 204 });
    await connect(server).pim.v1.integrations.delete("cspi-12345", { environment });
    expect(server.requests).toMatchObject([
      { method: "DELETE", url: "/pim/v1/integrations/cspi-12345?environment=env-00000", body: "" },
    ]);
  });

  test("list: the filters, and the largest page that the document allows", async () => {
    const server = await serve(page([]));
    await connect(server).pim.v1.integrations.list({ environment, provider: "AWS" }).toArray();
    expect(server.requests.map(({ url }) => url)).toEqual([
      "/pim/v1/integrations?environment=env-00000&provider=AWS&page_size=100",
    ]);
  });

  test("list: the caller's page_size instead", async () => {
    const server = await serve(page([]));
    const { integrations } = connect(server).pim.v1;
    await integrations.list({ environment, page_size: 7 }).toArray();
    await integrations.list({ environment }, { query: { page_size: 8 } }).toArray();
    expect(server.requests.map(({ query }) => query.getAll("page_size"))).toEqual([["7"], ["8"]]);
  });

  test("list: no page_size if the document has no maximum", async () => {
    const server = await serve(page([]));
    await connect(server).org.v2.environments.list().toArray();
    expect(server.requests.map(({ url }) => url)).toEqual(["/org/v2/environments"]);
  });

  test("a form: as application/x-www-form-urlencoded", async () => {
    const server = await serve({ body: { access_token: "t" } });
    const form = { grant_type: "urn:a:b", subject_token: "a b&c=d+é", expires_in: 900 };
    const result = await connect(server).sts.v1.oauth2.token.exchange(form);
    expect(result).toEqual({ access_token: "t" });
    const [request] = server.requests;
    expect(request?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(request?.body).toBe("grant_type=urn%3Aa%3Ab&subject_token=a+b%26c%3Dd%2B%C3%A9&expires_in=900");
  });

  test("a form: without the fields that are undefined, as JSON is", async () => {
    const server = await serve({ body: { access_token: "t" } });
    const form = { grant_type: "g", subject_token: "s", expires_in: undefined };
    await connect(server).sts.v1.oauth2.token.exchange(form as never);
    expect(server.requests[0]?.body).toBe("grant_type=g&subject_token=s");
  });

  test("a list in the path: its items encoded, separated by commas", async () => {
    const server = await serve({ body: { names: [] } });
    await connect(server).catalog.v1.tags.get(["a/b", "c,d"]);
    expect(server.requests[0]?.url).toBe("/catalog/v1/tags/a%2Fb,c%2Cd");
  });
});

describe("an id stays one segment of the path", () => {
  test.each([
    ["with slashes", "a/../b", "a%2F..%2Fb"],
    ["with a query", "a?b=c#d", "a%3Fb%3Dc%23d"],
    ["outside ASCII", "é/日本", "%C3%A9%2F%E6%97%A5%E6%9C%AC"],
    // Unencoded, it would be `..` to the server.
    ["that is encoded already", "%2e%2e", "%252e%252e"],
    ["of three dots", "...", "..."],
    ["with backslashes", "..\\..", "..%5C.."],
    ["with a pattern of String.replace", "$&$1", "%24%26%241"],
  ])("%s", async (_, id, expected) => {
    const server = await one();
    const confluent = connect(server);
    await confluent.pim.v1.integrations.get(id, { environment });
    const params = { path: { id }, query: { environment } };
    await confluent.GET("/pim/v1/integrations/{id}", { params });
    const url = `/pim/v1/integrations/${expected}?environment=env-00000`;
    expect(server.requests.map((request) => request.url)).toEqual([url, url]);
  });
});

describe("the options of a call", () => {
  test("`query` adds to the method's own query, also beside a body", async () => {
    const server = await one();
    const { integrations } = connect(server).pim.v1;
    await integrations.get("cspi-12345", { environment }, { query: { preview: true, tags: ["a", "b"] } });
    await integrations.create(newIntegration, { query: { dry_run: true } });
    expect(server.requests.map(({ url }) => url)).toEqual([
      "/pim/v1/integrations/cspi-12345?environment=env-00000&preview=true&tags=a&tags=b",
      "/pim/v1/integrations?dry_run=true",
    ]);
  });

  test("`query` may have the required parameters", async () => {
    const server = await one();
    await connect(server).pim.v1.integrations.get("cspi-12345", {} as never, { query: { environment } });
    expect(server.requests[0]?.query.get("environment")).toBe(environment);
  });

  test("`headers` may replace a form's content type", async () => {
    const server = await serve({ body: { access_token: "t" } });
    const form = { grant_type: "g", subject_token: "s" };
    const headers = { "Content-Type": "application/json" };
    await connect(server).sts.v1.oauth2.token.exchange(form, { headers });
    expect(server.requests[0]?.body).toBe(JSON.stringify(form));
  });
});
