import { describe, expect, test } from "vitest";
import { ConfigurationError, createClientFor, noAuth, TimeoutError, type Auth } from "../../src/index.js";
import { api } from "../support/api.js";
import { connect } from "../support/client.js";
import { environment, integration } from "../support/integrations.js";
import { rejection, thrown } from "../support/rejection.js";
import { serve } from "../support/server.js";

const path = "/pim/v1/integrations/{id}";
const init = { params: { path: { id: "cspi-12345" }, query: { environment } } };

describe("withOptions", () => {
  test("gives a client with other settings, and leaves the first as it is", async () => {
    const server = await serve({ status: 503 });
    const confluent = connect(server);
    const patient = confluent.withOptions({ retry: { maxRetries: 2, baseDelayMs: 0 } });
    await patient.GET(path, init);
    expect(server.requests).toHaveLength(3);
    await confluent.GET(path, init);
    expect(server.requests).toHaveLength(4);
  });

  test("changes timeouts, and headers of the same name in any case", async () => {
    const server = await serve((request) =>
      request.url.includes("slow") ? undefined : { body: integration() },
    );
    const confluent = connect(server, { headers: { "X-Team": "data", "X-Trace-Id": "1" } });
    const other = confluent
      .withOptions({ timeoutMs: 500 })
      .withOptions({ headers: { "x-team": "billing", "x-trace-id": null } });
    await rejection(other.pim.v1.integrations.get("slow", { environment }), TimeoutError);
    await confluent.pim.v1.integrations.get("cspi-12345", { environment });
    expect(server.requests[0]?.headers).toMatchObject({ "x-team": "billing", accept: "application/json" });
    expect(server.requests[0]?.headers).not.toHaveProperty("x-trace-id");
    expect(server.requests[1]?.headers).toMatchObject({ "x-team": "data", "x-trace-id": "1" });
  });

  test("shares the rate limiter", async () => {
    const headers = { "X-RateLimit-Limit": "5", "X-RateLimit-Remaining": "4" };
    let inFlight = 0;
    let most = 0;
    const server = await serve(async () => {
      most = Math.max(most, ++inFlight);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inFlight--;
      return { body: integration(), headers };
    });
    const confluent = connect(server, { maxConcurrency: 1 });
    const other = confluent.withOptions({ timeoutMs: 60_000 });
    await Promise.all([confluent, other, confluent, other].map((client) => client.GET(path, init)));
    expect(most).toBe(1);
    expect(other.rateLimit).toEqual(confluent.rateLimit);
    expect(other.rateLimit?.limit).toBe(5);
  });

  test("shares the credentials: they are made once", async () => {
    const server = await serve({ body: integration() });
    let made = 0;
    const auth: Auth = {
      authenticate() {
        made++;
        return { authorization: () => "Bearer shared" };
      },
    };
    const confluent = connect(server, { auth });
    await confluent.withOptions({ retry: false }).withOptions({}).GET(path, init);
    expect(made).toBe(1);
    expect(server.requests[0]?.headers.authorization).toBe("Bearer shared");
  });

  test("starts with the middlewares of that moment; later ones are each client's own", async () => {
    const server = await serve({ body: integration() });
    const tag = (name: string): { onRequest: (given: { request: Request }) => void } => ({
      onRequest: ({ request }) => request.headers.append("X-Tag", name),
    });
    const [ejected, early] = [tag("ejected"), tag("early")];
    const confluent = connect(server);
    confluent.use(ejected, early);
    confluent.eject(ejected);
    const other = confluent.withOptions({});
    confluent.use(tag("first"));
    other.use(tag("other"));
    confluent.eject(early);
    await confluent.GET(path, init);
    await other.GET(path, init);
    await other.withOptions({}).GET(path, init);
    expect(server.requests.map(({ headers }) => headers["x-tag"])).toEqual([
      "first",
      "early, other",
      "early, other",
    ]);
  });

  test("refuses what clients share, by name", () => {
    const confluent = createClientFor(api, { auth: noAuth(), baseUrl: "https://a.example" });
    const wrong = { auth: noAuth(), baseUrl: "https://b.example", fetch, maxConcurrency: 1, timeoutMs: 1 };
    const { message } = thrown(() => confluent.withOptions(wrong), ConfigurationError);
    expect(message).toContain("`auth`, `baseUrl`, `fetch`, `maxConcurrency` cannot be changed");
    expect(message).not.toContain("`timeoutMs`");
    expect(thrown(() => confluent.withOptions({ timeoutMs: 0 }), ConfigurationError).message).toContain(
      "timeoutMs",
    );
  });
});
