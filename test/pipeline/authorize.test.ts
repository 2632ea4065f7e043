import { describe, expect, test } from "vitest";
import { ApiError, bearerToken, ConnectionError, TimeoutError } from "../../src/index.js";
import { connect } from "../support/client.js";
import { openHarness } from "../support/harness/harness.js";
import { environment, integration } from "../support/integrations.js";
import { rejection } from "../support/rejection.js";
import { serve, type TestServer } from "../support/server.js";

const init = { params: { path: { id: "cspi-12345" }, query: { environment } } };

const path = "/pim/v1/integrations/{id}";

async function home(): Promise<TestServer> {
  return serve({ body: integration() });
}

describe("credentials are sent to the origin of the base URL only", () => {
  test("and not to the `baseUrl` of one call", async () => {
    const [server, elsewhere] = [await home(), await serve({ body: integration() })];
    const confluent = connect(server);
    const { data } = await confluent.GET(path, { ...init, baseUrl: elsewhere.url });
    expect(data?.id).toBe("cspi-12345");
    expect(elsewhere.requests).toHaveLength(1);
    expect(elsewhere.requests[0]?.headers).not.toHaveProperty("authorization");
    expect(server.requests).toEqual([]);
  });

  test("and not where a middleware sends the request", async () => {
    const [server, elsewhere] = [await home(), await serve({ body: integration() })];
    const confluent = connect(server);
    confluent.use({
      onRequest: ({ request }) => new Request(request.url.replace(server.url, elsewhere.url), request),
    });
    await confluent.pim.v1.integrations.get("cspi-12345", { environment });
    expect(elsewhere.requests).toHaveLength(1);
    expect(elsewhere.requests[0]?.headers).not.toHaveProperty("authorization");
  });

  test("and not to the target of a redirect", async () => {
    const elsewhere = await serve({ body: integration() });
    const server = await serve({ status: 307, headers: { Location: `${elsewhere.url}/taken` } });
    await rejection(connect(server).pim.v1.integrations.get("cspi-12345", { environment }), ApiError);
    expect(server.requests[0]?.headers).toHaveProperty("authorization");
    expect(elsewhere.requests).toEqual([]);
  });

  test("on every path", async () => {
    const server = await home();
    await connect(server).GET(path, { ...init, baseUrl: `${server.url}/gateway` });
    expect(server.requests[0]?.url).toMatch(/^\/gateway\/pim/);
    expect(server.requests[0]?.headers).toHaveProperty("authorization");
  });
});

describe("a request that carries `Authorization` keeps it", () => {
  const own = { Authorization: "Bearer mine" };
  const sent = ({ requests }: TestServer): unknown => requests.map(({ headers }) => headers.authorization);

  test("from the headers of the client, of a call, or of a middleware", async () => {
    const server = await home();
    await connect(server, { headers: own }).GET(path, init);
    await connect(server).GET(path, { ...init, headers: own });
    await connect(server).pim.v1.integrations.get("cspi-12345", { environment }, { headers: own });
    const confluent = connect(server);
    confluent.use({ onRequest: ({ request }) => request.headers.set("Authorization", "Bearer mine") });
    await confluent.GET(path, init);
    expect(sent(server)).toEqual(Array(4).fill("Bearer mine"));
  });

  test("on every attempt, and after a 401 too: it is not ours to renew", async () => {
    const server = await serve([{ status: 503 }, { status: 401 }]);
    let asked = 0;
    const auth = bearerToken(() => `token-${++asked}`);
    const { response } = await connect(server, { auth, headers: own, retry: { baseDelayMs: 0 } }).GET(
      path,
      init,
    );
    expect(response.status).toBe(401);
    expect({ sent: sent(server), asked }).toEqual({ sent: ["Bearer mine", "Bearer mine"], asked: 0 });
  });

  test("unless a call removes it: then it gets ours", async () => {
    const server = await home();
    const confluent = connect(server, { headers: own, auth: bearerToken("token-1") });
    await confluent.GET(path, { ...init, headers: { Authorization: null } });
    expect(sent(server)).toEqual(["Bearer token-1"]);
  });
});

describe("when no credentials are available", () => {
  test.each([
    new Error("the vault is sealed"),
    new ConnectionError("the vault is out of reach"),
    new TimeoutError("the vault does not respond"),
  ])("the call rejects with the error of the callback ($name)", async (error) => {
    let asked = 0;
    const auth = bearerToken(() => {
      asked++;
      throw error;
    });
    const { confluent, run, sentAt } = await openHarness({ auth });
    await expect(run(confluent.things.create({}))).rejects.toBe(error);
    expect({ asked, sent: sentAt.length }).toEqual({ asked: 1, sent: 0 });
    expect(error).not.toHaveProperty("maybeApplied");
  });

  test("the next call takes its place in the queue", async () => {
    let asked = 0;
    const auth = bearerToken(() => {
      if (asked++ === 0) throw new Error("the vault is sealed");
      return "token";
    });
    const { confluent, run } = await openHarness({ auth, maxConcurrency: 1 });
    const first = confluent.things.get("a").catch((error: unknown) => error);
    const second = confluent.things.get("b");
    await run(Promise.all([first, second]));
    expect(await first).toMatchObject({ message: "the vault is sealed" });
    expect(await second).toEqual({ id: "thing-1" });
  });

  test("after a 401, the error has no `maybeApplied`: the request was refused", async () => {
    let asked = 0;
    const refusal = new ConnectionError("the vault is out of reach");
    const auth = bearerToken(() => {
      if (asked++ === 0) return "stale";
      throw refusal;
    });
    const { confluent, run, sentAt, ...harness } = await openHarness({ auth });
    harness.respondWith([{ status: 401 }]);
    await expect(run(confluent.things.create({}))).rejects.toBe(refusal);
    expect(refusal).not.toHaveProperty("maybeApplied");
    expect(sentAt).toHaveLength(1);
  });
});

test("each attempt gets new credentials, because those of the first may have expired", async () => {
  const seen: (string | null)[] = [];
  let tokens = 0;
  const { confluent, run, ...harness } = await openHarness({
    auth: bearerToken(() => `token-${++tokens}`),
    fetch: (request, init) => {
      seen.push(request.headers.get("authorization"));
      return fetch(request, init);
    },
  });
  harness.respondWith([{ status: 500 }]);
  await run(confluent.things.get("a"));
  expect(seen).toEqual(["Bearer token-1", "Bearer token-2"]);
});
