import { createServer, type AddressInfo } from "node:net";
import { Readable } from "node:stream";
import nodeFetch from "node-fetch";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { ConnectionError, NotFoundError, type Fetch } from "../../src/index.js";
import { thingsAt } from "../support/harness/things.js";
import { rejection } from "../support/rejection.js";
import { serve } from "../support/server.js";

const throughNodeFetch = nodeFetch as unknown as Fetch;

describe("node-fetch, which knows only its own `Request` and gives Node streams", () => {
  test("sends reads and writes, with their headers and bodies", async () => {
    const server = await serve({ body: { id: "thing-1" } });
    const { things } = thingsAt(server.url, { fetch: throughNodeFetch });
    expect(await things.get("a")).toEqual({ id: "thing-1" });
    expect(await things.create({ name: "one" })).toEqual({ id: "thing-1" });
    expect(server.requests.map(({ method, body, headers }) => [method, body, headers.authorization])).toEqual(
      [
        ["GET", "", "Bearer token"],
        ["POST", '{"name":"one"}', "Bearer token"],
      ],
    );
  });

  test("is retried, and its failures are read", async () => {
    const body = { errors: [{ detail: "no such thing" }] };
    const server = await serve([{ status: 500 }, { status: 404, body }]);
    const { things } = thingsAt(server.url, { fetch: throughNodeFetch });
    expect((await rejection(things.get("a"), NotFoundError)).message).toContain("404 no such thing");
    expect(server.requests).toHaveLength(2);
  });

  test("ends with the attempt's timeout", async () => {
    const server = await serve("stall");
    const { things } = thingsAt(server.url, { fetch: throughNodeFetch });
    const caller = new AbortController();
    const call = things.get("a", {}, { signal: caller.signal });
    const { abandoned } = await server.received(1);
    caller.abort("enough");
    await expect(call).rejects.toBe("enough");
    await abandoned;
  });

  test("streams a body as the platform's `fetch` does", async () => {
    const server = await serve({ body: "one two" });
    const confluent = thingsAt(server.url, { fetch: throughNodeFetch });
    const { data } = await confluent.request("get", "/things/a", { parseAs: "stream" });
    expect(data).toBeInstanceOf(ReadableStream);
    expect(await new Response(data as ReadableStream).text()).toBe("one two");
  });
});

/** A `fetch` as React Native and whatwg-fetch have it: without `body`. */
const withoutBody: Fetch = async (request, init) => {
  const response = await fetch(request, init);
  const text = await response.text();
  const { ok, status, statusText, headers, url } = response;
  return { ok, status, statusText, headers, url, text: () => Promise.resolve(text) } as Response;
};

describe("a response without `body`", () => {
  test("of a success is data, of a failure the error of its status", async () => {
    const server = await serve([{ body: { id: "a" } }, { status: 404, body: { message: "gone" } }]);
    const { things } = thingsAt(server.url, { fetch: withoutBody });
    expect(await things.get("a")).toEqual({ id: "a" });
    expect((await rejection(things.get("a"), NotFoundError)).message).toContain("404 gone");
  });

  test("of a failure whose body breaks off is the error of its status", async () => {
    const text = (): Promise<never> => Promise.reject(new TypeError("Network request failed"));
    const { status, headers } = new Response(null, { status: 404 });
    const fetch: Fetch = () => Promise.resolve({ ok: false, status, headers, text } as unknown as Response);
    await rejection(thingsAt("http://localhost", { fetch }).things.get("a"), NotFoundError);
  });
});

test("a Node stream of strings is read as one of bytes", async () => {
  const body = Readable.from(['{"id":"', "größer", '"}']);
  const { status, statusText, headers } = new Response(null, {
    headers: { "Content-Type": "application/json" },
  });
  const fetch: Fetch = () =>
    Promise.resolve({ ok: true, status, statusText, headers, body } as unknown as Response);
  expect(await thingsAt("http://localhost", { fetch }).things.get("a")).toEqual({ id: "größer" });
});

describe("what is not a Response is named, and not repeated", () => {
  test.each<[string, unknown, string]>([
    ["undefined", undefined, "undefined"],
    ["null", null, "null"],
    ["a text", "{}", "string"],
    ["data", { id: "thing-1" }, "an object without status or `Headers`"],
    ["headers that are an object", { status: 200, headers: {} }, "an object without status or `Headers`"],
  ])("%s", async (_, value, shown) => {
    const fetch = vi.fn<Fetch>(() => Promise.resolve(value as Response));
    const error = await rejection(thingsAt("http://localhost", { fetch }).things.get("a"), ConnectionError);
    expect(error.message).toContain(`\`fetch\` resolved to ${shown} and not to a Response`);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  test("a rejection with what is no error", async () => {
    for (const reason of [undefined, "off", Object.create(null), { code: 1 }]) {
      const fetch: Fetch = () => Promise.reject(reason as Error);
      await rejection(thingsAt("http://localhost", { fetch }).things.get("a"), ConnectionError);
    }
  });
});

/** `Blob` as jsdom has it. It is still a `Blob`: the platform's `fetch` asks that of every body. */
class BlobWithoutText extends Blob {}
Object.defineProperty(BlobWithoutText.prototype, "text", { value: undefined });

test("the body of a failure is read where `Blob` has no `text()`", async () => {
  const server = await serve({ status: 404, body: { message: "größer" } });
  vi.stubGlobal("Blob", BlobWithoutText);
  onTestFinished(() => void vi.unstubAllGlobals());
  const error = await rejection(thingsAt(server.url).things.get("a"), NotFoundError);
  expect(error.message).toContain("404 größer");
});

describe("a reason phrase that no Response can be constructed with", () => {
  test.each([
    ["in Latin-1", Buffer.from("Créé", "latin1")],
    ["in UTF-8", Buffer.from("Создано")],
  ])("does not matter (%s)", async (_, phrase) => {
    const body = '{"id":"thing-1"}';
    const server = createServer((socket) =>
      socket
        .on("error", () => undefined)
        .once("data", () => {
          const rest = `\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`;
          socket.end(Buffer.concat([Buffer.from("HTTP/1.1 201 "), phrase, Buffer.from(rest)]));
        }),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const confluent = thingsAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    expect(await confluent.things.create({})).toEqual({ id: "thing-1" });
    confluent.use({ onResponse: ({ response }) => new Response(response.body, response) });
    expect(await confluent.things.create({})).toEqual({ id: "thing-1" });
  });
});
