import { describe, expect, test } from "vitest";
import { encodeBody } from "../../src/http/encode-body.js";
import { serializeForm } from "../../src/http/serialize-form.js";
import { apiKey, createClient, type Api, type OperationTree, type Page } from "../../src/index.js";
import { key, secret } from "../support/client.js";
import type { ScriptedResponse } from "../support/respond.js";
import { serve, type ReceivedRequest } from "../support/server.js";

/*
 * A middleware that does nothing changes nothing: not what the service receives, and not what the caller gets.
 */

type Method = (...args: unknown[]) => Promise<unknown> & { pages?: () => AsyncIterable<Page<unknown>> };

const operations = {
  things: {
    list: { id: "listThings", method: "GET", path: "/things", paging: { style: "link", maxPageSize: 50 } },
    get: { id: "getThing", method: "GET", path: "/things/{id}" },
    find: { id: "findThing", method: "GET", path: "/things/{id}?kind=thing" },
    check: { id: "checkThing", method: "HEAD", path: "/things/{id}", successes: { 200: [] } },
    create: { id: "createThing", method: "POST", path: "/things", body: "json" },
    patch: {
      id: "patchThing",
      method: "PATCH",
      path: "/things/{id}",
      body: { encode: encodeBody, formats: { "application/merge-patch+json": "json" } },
    },
    touch: { id: "touchThing", method: "POST", path: "/things/{id}/touch", body: "json", optionalBody: true },
    delete: { id: "deleteThing", method: "DELETE", path: "/things/{id}", successes: { 204: [] } },
    exchange: {
      id: "exchangeThing",
      method: "POST",
      path: "/things/token",
      body: {
        encode: encodeBody,
        formats: { "application/x-www-form-urlencoded": { serialize: serializeForm } },
      },
    },
    upload: {
      id: "uploadThing",
      method: "PUT",
      path: "/things/{id}/file",
      body: { encode: encodeBody, formats: { "text/csv": "raw" } },
    },
    send: {
      id: "sendThing",
      method: "PUT",
      path: "/things/{id}/form",
      body: { encode: encodeBody, formats: { "*/*": "raw" } },
    },
    text: { id: "getThingText", method: "GET", path: "/things/{id}/text", successes: { 200: ["text/csv"] } },
    file: { id: "getThingFile", method: "GET", path: "/things/{id}/file", successes: { 200: ["image/png"] } },
  },
} as const satisfies OperationTree;

interface Made {
  readonly requests: readonly ReceivedRequest[];
  readonly result: unknown;
}

async function make(
  response: ScriptedResponse,
  name: string,
  args: readonly unknown[],
  withMiddleware: boolean,
): Promise<Made> {
  const server = await serve(response);
  const api: Api = { operations };
  const headers = { "X-Team": "billing", accept: "application/json, text/*" };
  const client = createClient({
    api,
    baseUrl: server.url,
    auth: apiKey({ key, secret }),
    headers,
    retry: false,
  });
  let seen = 0;
  if (withMiddleware) client.use({ onRequest: () => void (seen += 1), onResponse: () => undefined });
  const { things } = client as unknown as { readonly things: Record<string, Method> };
  const called = things[name]?.(...args);
  const result: unknown = called?.pages
    ? await readPages(called.pages(), server.url)
    : await called?.catch((error: unknown) => error);
  expect(seen, "calls that the middleware saw").toBe(withMiddleware ? 1 : 0);
  return { requests: server.requests, result: await comparable(result) };
}

/** The pages of a list, with what can be read of their responses, again and again. */
async function readPages(pages: AsyncIterable<Page<unknown>>, origin: string): Promise<unknown> {
  const read: unknown[] = [];
  for await (const { response, ...page } of pages) {
    const { status, url, headers } = response;
    const type = headers.get("content-type");
    const body = [await response.json(), await response.json(), await response.clone().text()];
    read.push({ ...page, status, url: url.replace(origin, ""), type, body });
  }
  return read;
}

/** What can be compared: a Blob by its content, an error by all that it says except for durations. */
async function comparable(result: unknown): Promise<unknown> {
  if (result instanceof Blob) return { type: result.type, text: await result.text() };
  if (!(result instanceof Error)) return result;
  const text = JSON.stringify(result).replaceAll(/"durationMs":\d+/g, '"durationMs":0');
  return { message: result.message, ...(JSON.parse(text) as object) };
}

/** The request on the wire, without what differs between two servers. */
function wire({ method, url, headers, body }: ReceivedRequest): object {
  const others = { ...headers, host: "" };
  // The boundary of a form with files is random.
  const boundary = /boundary=(\S+)/.exec(headers["content-type"] ?? "")?.[1] ?? "-";
  return JSON.parse(
    JSON.stringify({ method, url, headers: others, body }).replaceAll(boundary, "-"),
  ) as object;
}

const form = (): FormData => {
  const data = new FormData();
  data.set("file", new Blob(["a,b"], { type: "text/csv" }), "things.csv");
  return data;
};
const json = { status: 200, body: { id: "a" } };
const day = new Date("2026-01-02T03:04:05Z");

const calls: [string, ScriptedResponse, string, () => readonly unknown[]][] = [
  ["a read", json, "get", () => ["a/b"]],
  ["a number in the path", json, "get", () => [7]],
  ["a list in the path", json, "get", () => [["a", "b,c"]]],
  ["an object in the path", json, "get", () => [{ one: 1 }]],
  ["a query", json, "get", () => ["a", { name: "é &=", page_size: 5, preview: false }]],
  [
    "lists and missing values in the query",
    json,
    "get",
    () => ["a", { tags: ["a", "b"], none: [], not: null, nor: undefined }],
  ],
  ["an object in the query", json, "get", () => ["a", { filter: { name: "a", size: 1 } }]],
  ["a date in the query", json, "get", () => ["a", { since: day }]],
  ["a path with a query of its own", json, "find", () => ["a"]],
  ["more parameters for a path with a query of its own", json, "find", () => ["a", { tags: ["a", "b"] }]],
  ["headers", json, "get", () => ["a", {}, { headers: { "x-team": "ops", ACCEPT: null, "X-One": "1" } }]],
  ["a HEAD", { status: 200 }, "check", () => ["a"]],
  ["JSON", json, "create", () => [{ name: "é", at: day, not: undefined }]],
  ["JSON of another type", json, "patch", () => ["a", { name: null }]],
  [
    "JSON under a type that the caller sets",
    json,
    "create",
    () => [{ a: 1 }, { headers: { "Content-Type": "application/ld+json" } }],
  ],
  ["an optional body that is left out", json, "touch", () => ["a"]],
  ["a form", json, "exchange", () => [{ grant_type: "a b", not: undefined, size: 1 }]],
  ["text", json, "upload", () => ["a", "a,b"]],
  ["bytes", json, "upload", () => ["a", new TextEncoder().encode("a,b")]],
  ["a stream", json, "upload", () => ["a", new Blob(["a,b"]).stream()]],
  ["a form with a file", json, "send", () => ["a", form()]],
  ["a body that names its own type", json, "send", () => ["a", new Blob(["a,b"], { type: "text/csv" })]],
  ["a response of text", { body: "a,b" }, "text", () => ["a"]],
  ["a response of bytes", { headers: { "Content-Type": "image/png" }, body: "png" }, "file", () => ["a"]],
  ["a response of empty text", { headers: { "Content-Length": "0" } }, "text", () => ["a"]],
  ["a response of no bytes", { headers: { "Content-Type": "image/png" } }, "file", () => ["a"]],
  ["a 204 where the document has text", { status: 204 }, "text", () => ["a"]],
  ["a list", { body: { data: [{ id: "a" }], metadata: { total_size: 1 } } }, "list", () => []],
  ["a 204 where the document has no body", { status: 204 }, "delete", () => ["a"]],
  ["a body where the document has none", json, "delete", () => ["a"]],
  ["a 204 where the document has a body", { status: 204 }, "get", () => ["a"]],
  ["an empty body", { status: 200 }, "get", () => ["a"]],
  ["null", { body: null }, "get", () => ["a"]],
  ["a success that is not JSON", { body: "<html>" }, "get", () => ["a"]],
  ["a write whose success is not JSON", { body: "<html>" }, "create", () => [{}]],
  ["a failure", { status: 404, body: { errors: [{ detail: "gone" }] } }, "get", () => ["a"]],
  ["a failure with text", { status: 400, body: "no" }, "create", () => [{}]],
  ["a failure without a body", { status: 500 }, "create", () => [{}]],
];

describe("a call is the same with a middleware that does nothing and without one", () => {
  test.each(calls)("%s", async (_, response, name, args) => {
    const without = await make(response, name, args(), false);
    const withMiddleware = await make(response, name, args(), true);
    expect(without.requests).toHaveLength(1);
    expect(withMiddleware.requests.map(wire)).toEqual(without.requests.map(wire));
    expect(withMiddleware.result).toEqual(without.result);
  });
});

describe.each([false, true])("a call (with a middleware: %s)", (withMiddleware) => {
  const sent = async (name: string, ...args: readonly unknown[]): Promise<ReceivedRequest | undefined> =>
    (await make(json, name, args, withMiddleware)).requests[0];

  test("sends a Date in the query in ISO 8601", async () => {
    expect((await sent("get", "a", { since: day }))?.url).toBe(
      "/things/a?since=2026-01-02T03%3A04%3A05.000Z",
    );
  });

  test("adds parameters to the query that its path has", async () => {
    expect((await sent("find", "a"))?.url).toBe("/things/a?kind=thing");
    expect((await sent("find", "a", { page_size: 5 }))?.url).toBe("/things/a?kind=thing&page_size=5");
    expect((await sent("find", "a", { none: undefined }))?.url).toBe("/things/a?kind=thing");
  });

  test("sends a stream without `duplex`, and a body under its own type", async () => {
    const streamed = await sent("upload", "a", new Blob(["a,b"]).stream());
    expect(streamed?.body).toBe("a,b");
    expect(streamed?.headers).toMatchObject({ "content-type": "text/csv", "transfer-encoding": "chunked" });
    const form = await sent("send", "a", new URLSearchParams({ a: "b c" }));
    expect(form?.body).toBe("a=b+c");
    expect(form?.headers["content-type"]).toBe("application/x-www-form-urlencoded;charset=UTF-8");
  });

  test("gives a page a response whose body can be read, as often as needed", async () => {
    const body = { data: [{ id: "a" }], metadata: {} };
    const { result } = await make({ body }, "list", [], withMiddleware);
    expect(result).toEqual([
      {
        data: [{ id: "a" }],
        status: 200,
        url: "/things?page_size=50",
        type: "application/json",
        body: [body, body, JSON.stringify(body)],
      },
    ]);
  });

  test("resolves to empty text or bytes where a success has none", async () => {
    const empty = { headers: { "Content-Type": "image/png" } };
    expect((await make({ status: 200 }, "text", ["a"], withMiddleware)).result).toBe("");
    expect((await make(empty, "file", ["a"], withMiddleware)).result).toEqual({
      type: "image/png",
      text: "",
    });
  });
});
