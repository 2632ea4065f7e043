import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { apiKey } from "../../src/index.js";
import { thingsAt } from "../support/harness/things.js";
import { listen } from "../support/server.js";

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

async function receive(request: IncomingMessage): Promise<Received> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return { method: request.method, url: request.url, headers: request.headers, body };
}

/** A server that keeps what it receives, and sends every path but `/moved` to where it is told. */
async function serveRedirects(
  status: number,
  to: () => string,
): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const { url } = await listen((request, response) => {
    void receive(request).then((one) => {
      received.push(one);
      if (request.url === "/moved") {
        response.writeHead(200, { "content-type": "application/json" }).end('{"id":"moved"}');
      } else {
        response.writeHead(status, { location: to() }).end();
      }
    });
  });
  return { url, received };
}

const auth = apiKey({ key: "key", secret: "secret" });
const authorization = `Basic ${btoa("key:secret")}`;

describe("a redirect within the origin", () => {
  test.each([307, 308])("is followed with method, body and credentials (%d)", async (status) => {
    const { url, received } = await serveRedirects(status, () => "/moved");
    const { things } = thingsAt(url, { auth });
    expect(await things.create({ name: "one" })).toEqual({ id: "moved" });
    expect(received.map(({ method, body }) => ({ method, body }))).toEqual([
      { method: "POST", body: '{"name":"one"}' },
      { method: "POST", body: '{"name":"one"}' },
    ]);
    expect(received.map(({ headers }) => headers.authorization)).toEqual([authorization, authorization]);
  });

  test.each([301, 302, 307, 308])("is followed by a read (%d)", async (status) => {
    const { url, received } = await serveRedirects(status, () => "/moved");
    expect(await thingsAt(url, { auth }).things.get("a")).toEqual({ id: "moved" });
    expect(received.map(({ method }) => method)).toEqual(["GET", "GET"]);
  });
});

describe("a redirect to another origin", () => {
  test.each([301, 302, 307, 308])("is followed, and the credentials stay behind (%d)", async (status) => {
    const other = await serveRedirects(500, () => "");
    const { url, received } = await serveRedirects(status, () => `${other.url}/moved`);
    const { things } = thingsAt(url, { auth });
    expect(await things.get("a")).toEqual({ id: "moved" });
    expect(received[0]?.headers.authorization).toBe(authorization);
    expect(other.received).toHaveLength(1);
    expect(JSON.stringify(other.received)).not.toMatch(/authorization|secret|Basic/);
  });

  test("stays without credentials when it leads back", async () => {
    const home = await serveRedirects(307, () => `${other.url}/things/b`);
    const other = await serveRedirects(307, () => `${home.url}/moved`);
    await thingsAt(home.url, { auth }).things.get("a");
    expect(other.received[0]?.headers.authorization).toBeUndefined();
    expect(home.received.map(({ headers }) => headers.authorization)).toEqual([authorization, undefined]);
  });

  test("of the same host on another port is another origin", async () => {
    const other = await serveRedirects(500, () => "");
    const { url } = await serveRedirects(307, () => `${other.url}/moved`);
    expect(new URL(url).hostname).toBe(new URL(other.url).hostname);
    await thingsAt(url, { auth }).things.create({ name: "one" });
    expect(other.received[0]).toMatchObject({ method: "POST", body: '{"name":"one"}' });
    expect(other.received[0]?.headers.authorization).toBeUndefined();
  });
});

test("a redirect that a middleware points elsewhere takes no credentials along", async () => {
  const other = await serveRedirects(500, () => "");
  const { url } = await serveRedirects(500, () => "");
  const confluent = thingsAt(url, { auth });
  confluent.use({ onRequest: ({ request }) => new Request(`${other.url}/moved`, request) });
  await confluent.things.get("a");
  expect(other.received[0]?.headers.authorization).toBeUndefined();
});
