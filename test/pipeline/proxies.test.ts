import { describe, expect, onTestFinished, test } from "vitest";
import { fetch as undiciFetch, getGlobalDispatcher, ProxyAgent, setGlobalDispatcher } from "undici";
import { ConnectionError, type Fetch } from "../../src/index.js";
import { thingsAt } from "../support/harness/things.js";
import { startProxy } from "../support/proxy.js";
import { rejection } from "../support/rejection.js";
import { serve, type TestServer } from "../support/server.js";

/** undici's `fetch`, which knows only its own `Request`, through a proxy until the end of the test. */
function fetchThrough(url: string): Fetch {
  const dispatcher = new ProxyAgent({ uri: url, proxyTunnel: true });
  onTestFinished(() => dispatcher.destroy());
  return (request, init) =>
    undiciFetch(request as never, { ...init, dispatcher } as never) as unknown as Promise<Response>;
}

const home = (): Promise<TestServer> => serve({ body: { id: "thing-1" } });

test("undici's own `fetch` and ProxyAgent", async () => {
  const [server, proxy] = [await home(), await startProxy()];
  const { things } = thingsAt(server.url, { fetch: fetchThrough(proxy.url) });
  expect(await things.create({ name: "ä" }, { headers: { "X-Team": "data" } })).toEqual({ id: "thing-1" });
  expect(await things.get("a")).toEqual({ id: "thing-1" });
  expect(proxy.requests).toContain(`CONNECT ${new URL(server.url).host}`);
  expect(server.requests.map(({ method, body }) => [method, body])).toEqual([
    ["POST", '{"name":"ä"}'],
    ["GET", ""],
  ]);
  expect(server.requests[0]?.headers).toMatchObject({
    authorization: "Bearer token",
    "content-type": "application/json",
    "content-length": "13",
    "x-team": "data",
  });
});

test("a global dispatcher of undici, which the platform's `fetch` takes", async () => {
  const [server, proxy] = [await home(), await startProxy()];
  const former = getGlobalDispatcher();
  const dispatcher = new ProxyAgent({ uri: proxy.url, proxyTunnel: true });
  setGlobalDispatcher(dispatcher);
  onTestFinished(async () => {
    setGlobalDispatcher(former);
    await dispatcher.destroy();
  });
  expect(await thingsAt(server.url).things.create({})).toEqual({ id: "thing-1" });
  expect(proxy.requests).toEqual([`CONNECT ${new URL(server.url).host}`]);
});

describe("a proxy that opens no tunnel", () => {
  test.each([403, 407, 502, 503])("fails the call at once, with its reason (%d)", async (status) => {
    const [server, proxy] = [await home(), await startProxy(status)];
    const { things } = thingsAt(server.url, { fetch: fetchThrough(proxy.url) });
    for (const call of [() => things.get("a"), () => things.create({})]) {
      const error = await rejection(call(), ConnectionError);
      expect(error.message).toContain("the proxy opened no connection");
      expect(error.message).toContain(String(status));
      expect(error.attempts).toHaveLength(1);
      expect(error).not.toHaveProperty("maybeApplied");
    }
    expect(proxy.requests).toHaveLength(2);
    expect(server.requests).toEqual([]);
  });

  test("that cannot be reached is a connection that is made again", async () => {
    const server = await home();
    const { things } = thingsAt(server.url, { fetch: fetchThrough("http://127.0.0.1:1") });
    const error = await rejection(things.create({}), ConnectionError);
    expect(error.attempts).toHaveLength(5);
    expect(error).not.toHaveProperty("maybeApplied");
  });
});
