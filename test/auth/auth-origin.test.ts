import { describe, expect, test } from "vitest";
import { connect } from "../support/client.js";
import { environment, integration } from "../support/integrations.js";
import { serve, type TestServer } from "../support/server.js";

const init = { params: { path: { id: "cspi-12345" }, query: { environment } } };
const path = "/pim/v1/integrations/{id}";

async function home(): Promise<TestServer> {
  return serve({ body: integration() });
}

describe("the credentials go to the origin of the base URL only", () => {
  test("not where a `baseUrl` for one call points", async () => {
    const [server, elsewhere] = [await home(), await serve({ body: integration() })];
    const confluent = connect(server);
    const { data } = await confluent.GET(path, { ...init, baseUrl: elsewhere.url });
    expect(data?.id).toBe("cspi-12345");
    expect(elsewhere.requests).toHaveLength(1);
    expect(elsewhere.requests[0]?.headers).not.toHaveProperty("authorization");
    expect(server.requests).toEqual([]);
  });

  test("not where a middleware sends the request", async () => {
    const [server, elsewhere] = [await home(), await serve({ body: integration() })];
    const confluent = connect(server);
    confluent.use({
      onRequest: ({ request }) => new Request(request.url.replace(server.url, elsewhere.url), request),
    });
    await confluent.pim.v1.integrations.get("cspi-12345", { environment });
    expect(elsewhere.requests).toHaveLength(1);
    expect(elsewhere.requests[0]?.headers).not.toHaveProperty("authorization");
  });

  test("not where a redirect leads", async () => {
    const elsewhere = await serve({ body: integration() });
    const server = await serve({ status: 307, headers: { Location: `${elsewhere.url}/taken` } });
    await connect(server).pim.v1.integrations.get("cspi-12345", { environment });
    expect(server.requests[0]?.headers).toHaveProperty("authorization");
    expect(elsewhere.requests).toHaveLength(1);
    expect(elsewhere.requests[0]?.headers).not.toHaveProperty("authorization");
  });

  test("but to another path of it", async () => {
    const server = await home();
    await connect(server).GET(path, { ...init, baseUrl: `${server.url}/gateway` });
    expect(server.requests[0]?.url).toMatch(/^\/gateway\/pim/);
    expect(server.requests[0]?.headers).toHaveProperty("authorization");
  });
});
