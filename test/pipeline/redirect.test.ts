import { describe, expect, test } from "vitest";
import { ApiError, apiKey, ConnectionError, type ClientOptions } from "../../src/index.js";
import { thingsAt, type Things } from "../support/harness/things.js";
import { rejection } from "../support/rejection.js";
import { serve, type TestServer } from "../support/server.js";

const authorization = `Basic ${btoa("key:secret")}`;

/** A server that redirects every path but `/moved`. */
function serveRedirects(status: number, to: (url: string) => string): Promise<TestServer> {
  return serve(({ url }) =>
    url.endsWith("/moved")
      ? { body: { id: "moved" } }
      : { status, headers: { location: to(url), "x-request-id": "r-1" } },
  );
}

function client(url: string, options: ClientOptions = {}): Things {
  return thingsAt(url, { auth: apiKey({ key: "key", secret: "secret" }), ...options });
}

describe("a redirect within the origin", () => {
  test.each([301, 302, 303, 307, 308])("is followed by a read with its headers (%d)", async (status) => {
    const server = await serveRedirects(status, () => "/moved");
    const result = await client(server.url).things.get("a", {}, { headers: { "X-Team": "data" } });
    expect(result).toEqual({ id: "moved" });
    expect(server.requests.map(({ method }) => method)).toEqual(["GET", "GET"]);
    for (const { headers } of server.requests)
      expect(headers).toMatchObject({ authorization, "x-team": "data" });
  });

  test("is followed below the base path alone", async () => {
    const inside = await serveRedirects(302, () => "/base/moved");
    expect(await client(`${inside.url}/base/`).things.get("a")).toEqual({ id: "moved" });
    for (const path of ["/moved", "/baseless/moved", "/base/../moved", "/base/%2e%2e/moved"]) {
      const server = await serveRedirects(302, () => path);
      await rejection(client(`${server.url}/base`).things.get("a"), ApiError);
      expect(server.requests).toHaveLength(1);
    }
  });

  test("of a write is an error that says so", async () => {
    const server = await serveRedirects(307, () => "/moved");
    const error = await rejection(client(server.url).things.create({ name: "one" }), ApiError);
    expect(error).toMatchObject({ status: 307, requestId: "r-1", maybeApplied: true });
    expect(error.message).toContain(
      `the redirect to ${server.url} is not followed: a POST is not sent again`,
    );
    expect(server.requests).toHaveLength(1);
  });

  test.each(["manual", "error"])("is not followed by a call with `redirect: %j`", async (redirect) => {
    const server = await serveRedirects(307, () => "/moved");
    const { response, error } = await client(server.url).request("get", "/things/a", { redirect });
    expect(response.status).toBe(307);
    expect(JSON.stringify(error)).toContain("is not followed: the option `redirect` says so");
    expect(server.requests).toHaveLength(1);
  });

  test("of a write is not followed, whatever a call or a middleware asks for", async () => {
    const server = await serveRedirects(307, () => "/moved");
    const confluent = client(server.url);
    confluent.use({ onRequest: ({ request }) => new Request(request, { redirect: "follow" }) });
    const result = await confluent.request("post", "/things", { body: {}, redirect: "follow" });
    expect(result.response.status).toBe(307);
    expect(server.requests).toHaveLength(1);
  });
});

describe("a redirect to another origin", () => {
  test("is an error that names it, and nothing is sent there", async () => {
    const other = await serve({ body: { id: "moved" } });
    const server = await serveRedirects(302, () => `${other.url}/moved?token=t`);
    const confluent = client(server.url);
    const error = await rejection(confluent.things.get("a"), ApiError);
    const reason = `the redirect to ${other.url} is not followed: it leads away from the base URL, and \`redirectOrigins\` does not name that origin`;
    expect(error.message).toBe(`302 Found (getThing, request id r-1) — ${reason}`);
    const { error: onPath } = await confluent.request("get", "/things/a", {});
    expect(onPath).toEqual({ errors: [{ status: "302", title: "Found", detail: reason }] });
    expect(other.requests).toEqual([]);
  });

  test("is an error for a URL with credentials, which it does not show", async () => {
    const server = await serveRedirects(302, () => "http://user:pa55@127.0.0.1/moved");
    const { message } = await rejection(client(server.url).things.get("a"), ApiError);
    expect(message).toContain("is not followed: it names no URL that can be used");
    expect(message).not.toContain("pa55");
  });

  test("that is named is followed with the credentials, and so is one back", async () => {
    const named = await serve(() => ({ status: 307, headers: { location: `${home.url}/moved` } }));
    const home = await serveRedirects(307, () => `${named.url}/there`);
    const confluent = client(home.url, { redirectOrigins: [named.url] });
    expect(await confluent.things.get("a")).toEqual({ id: "moved" });
    const received = [...home.requests, ...named.requests].map(({ headers }) => headers.authorization);
    expect(received).toEqual([authorization, authorization, authorization]);
  });

  test.each([
    [307, true],
    [308, true],
    [302, false],
    [303, false],
  ])("that is named is followed by a write if its method stays (%d)", async (status, isFollowed) => {
    const other = await serve({ body: { id: "moved" } });
    const server = await serveRedirects(status, () => `${other.url}/moved`);
    const call = client(server.url, { redirectOrigins: [other.url] }).things.create({ name: "one" });
    if (isFollowed) expect(await call).toEqual({ id: "moved" });
    else expect(await rejection(call, ApiError)).toMatchObject({ status, maybeApplied: true });
    expect(other.requests.map(({ method, body }) => ({ method, body }))).toEqual(
      isFollowed ? [{ method: "POST", body: '{"name":"one"}' }] : [],
    );
  });

  test("is tried against the patterns", async () => {
    const to = { current: "" };
    const sent: string[] = [];
    const confluent = client("https://api.confluent.test", {
      redirectOrigins: ["https://*.confluent.test", "https://flink.example.com:8443"],
      fetch: ({ url }) => {
        sent.push(url);
        return Promise.resolve(
          url === to.current
            ? Response.json({ id: "moved" })
            : new Response(null, { status: 307, headers: { location: to.current } }),
        );
      },
    });
    for (const url of [
      "https://flink.eu-central-1.aws.confluent.test/moved",
      "https://a.confluent.test/moved",
      "https://flink.example.com:8443/moved",
    ]) {
      to.current = url;
      expect(await confluent.things.get("a")).toEqual({ id: "moved" });
    }
    sent.length = 0;
    for (const url of [
      "http://a.confluent.test/",
      "https://confluent.test/",
      "https://evilconfluent.test/",
      "https://confluent.test.evil.example/",
      "https://a.confluent.test:8443/",
      "https://flink.example.com/",
      "https://a.confluent.test@evil.example/",
    ]) {
      to.current = url;
      await rejection(confluent.things.get("a"), ApiError);
    }
    expect(new Set(sent)).toEqual(new Set(["https://api.confluent.test/things/a"]));
  });
});

test("a request that a middleware sends to another origin has no credentials there, nor after a redirect", async () => {
  const other = await serveRedirects(307, () => "/moved");
  const confluent = client("https://api.confluent.test");
  confluent.use({ onRequest: ({ request }) => new Request(`${other.url}/things`, request) });
  expect(await confluent.things.get("a")).toEqual({ id: "moved" });
  expect(other.requests.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined]);

  const away = await serveRedirects(307, () => `${other.url}/moved`);
  const led = client(other.url);
  led.use({ onRequest: ({ request }) => new Request(`${away.url}/things`, request) });
  await rejection(led.things.get("a"), ApiError);
});

test("a redirect that a browser hides is an error that says so, and is not repeated", async () => {
  let sent = 0;
  const opaque = Object.defineProperties(new Response(), {
    status: { value: 0 },
    ok: { value: false },
    type: { value: "opaqueredirect" },
  });
  const confluent = client("https://api.confluent.test", {
    fetch: () => {
      sent++;
      return Promise.resolve(opaque);
    },
  });
  const { message } = await rejection(confluent.things.get("a"), ConnectionError);
  expect(message).toContain("the response is a redirect, which a browser does not let the SDK see or follow");
  expect(await rejection(confluent.things.create({}), ConnectionError)).toMatchObject({ maybeApplied: true });
  expect(sent).toBe(2);
});
