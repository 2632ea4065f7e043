import { describe, expect, test } from "vitest";
import { bearerToken, createClient, ResponseFormatError, type Api, type Operation } from "../../src/index.js";
import { rejection } from "../support/rejection.js";
import type { CompleteResponse } from "../support/respond.js";
import { serve, type ReceivedRequest } from "../support/server.js";

/*
 * A success is read by its status and its media type, and held against what the operation declares, on resources and paths.
 */

type Declared = Pick<Operation, "successes" | "nullable" | "mayReturnList">;
type Outcome = { readonly value: unknown } | { readonly problem: string };

const JSON_TYPE = "application/json";
const of = (type: string, body?: string, status = 200): CompleteResponse => ({
  status,
  headers: { "Content-Type": type },
  ...(body !== undefined && { body }),
});

/** What a resource and a path make of a response. */
async function outcomes(
  declared: Declared,
  response: CompleteResponse,
  method: Operation["method"] = "GET",
): Promise<readonly [Outcome, Outcome, ReceivedRequest | undefined]> {
  const server = await serve(response);
  const operation: Operation = { id: "getThing", method, path: "/things/{id}", ...declared };
  const api: Api = { operations: { things: { get: operation } } };
  const client = createClient({ api, baseUrl: server.url, auth: bearerToken("token") }) as unknown as {
    readonly things: { readonly get: (id: string) => Promise<unknown> };
    readonly request: (method: string, path: string, init: object) => Promise<{ readonly data?: unknown }>;
  };
  const settle = async (value: Promise<unknown>): Promise<Outcome> => {
    const result = await value.catch((error: unknown) => error);
    if (!(result instanceof Error)) return { value: await comparable(result) };
    expect(result).toBeInstanceOf(ResponseFormatError);
    return { problem: result.message };
  };
  const params = { path: { id: "a" } };
  const resource = await settle(client.things.get("a"));
  const path = await settle(client.request(method, "/things/{id}", { params }).then(({ data }) => data));
  return [resource, path, server.requests[0]];
}

async function comparable(value: unknown): Promise<unknown> {
  return value instanceof Blob ? { type: value.type, text: await value.text() } : value;
}

const taskOrNothing: Declared = { successes: { 200: [JSON_TYPE], 204: [] } };
const jsonOrText: Declared = { successes: { 200: [JSON_TYPE], 206: ["text/plain"] } };
const beside: Declared = { successes: { "2XX": [JSON_TYPE, "text/csv", "image/png"] } };
const schemaRegistry: Declared = {
  successes: { 200: ["application/vnd.schemaregistry.v1+json", "application/json; qs=0.5"] },
};

describe("a success that the document declares resolves to what its type says", () => {
  test.each<[string, Declared, CompleteResponse, unknown]>([
    ["JSON beside a 204", taskOrNothing, of(JSON_TYPE, '{"t":1}'), { t: 1 }],
    ["a 204 beside JSON", taskOrNothing, { status: 204 }, undefined],
    ["a 205", { successes: { 200: [JSON_TYPE], 205: [] } }, { status: 205 }, undefined],
    ["an empty 202", { successes: { 200: [JSON_TYPE], 202: [] } }, { status: 202 }, undefined],
    ["JSON where there is no body", { successes: { 204: [] } }, of(JSON_TYPE, "{}"), undefined],
    ["a status in a range", { successes: { "2XX": ["text/plain"] } }, of("text/plain", "a", 203), "a"],
    ["a status before its range", { successes: { 202: [], "2XX": [JSON_TYPE] } }, { status: 202 }, undefined],
    ["a status that is not declared", {}, of(JSON_TYPE, "{}", 201), {}],
    ["null where the schema allows it", { nullable: true }, of(JSON_TYPE, "null"), null],
    ["text of another status than JSON", jsonOrText, of("text/plain; charset=utf-8", "half", 206), "half"],
    ["JSON of another status than text", jsonOrText, of(JSON_TYPE, "{}"), {}],
    ["text beside JSON", beside, of("text/csv", "a,b"), "a,b"],
    ["text that would be JSON", { successes: { 200: ["text/csv"] } }, of("text/csv", "1"), "1"],
    ["empty text", { successes: { 200: ["text/csv"] } }, { status: 200 }, ""],
    ["bytes beside JSON", beside, of("image/png", "png"), { type: "image/png", text: "png" }],
    ["JSON beside bytes", beside, of(JSON_TYPE, "{}"), {}],
    ["JSON by its suffix", {}, of("application/vnd.api+json; version=1", "{}"), {}],
    ["a type with parameters", schemaRegistry, of("application/vnd.schemaregistry.v1+json", "{}"), {}],
    ["JSON that calls itself text", {}, of("text/plain", "{}"), {}],
    ["JSON that calls itself bytes", {}, of("application/octet-stream", "{}"), {}],
    ["CSV that calls itself text", { successes: { 200: ["text/csv"] } }, of("text/plain", "a"), "a"],
    [
      "an image of a range",
      { successes: { 200: ["image/*"] } },
      of("image/gif", "gif"),
      { type: "image/gif", text: "gif" },
    ],
    [
      "any type where any is declared",
      { successes: { 200: ["*/*"] } },
      of(JSON_TYPE, "{}"),
      { type: JSON_TYPE, text: "{}" },
    ],
    [
      "an archive where bytes are declared",
      { successes: { 200: ["application/octet-stream"] } },
      of("application/zip", "zip"),
      { type: "application/zip", text: "zip" },
    ],
  ])("%s", async (_, declared, response, value) => {
    const [resource, path] = await outcomes(declared, response);
    expect(resource).toEqual({ value });
    expect(path).toEqual({ value });
  });

  test("a HEAD to nothing", async () => {
    const declared: Declared = { successes: { 200: [] } };
    const [resource, path] = await outcomes(declared, of(JSON_TYPE), "HEAD");
    expect([resource, path]).toEqual([{ value: undefined }, { value: undefined }]);
  });
});

describe("a success that the document does not declare is a ResponseFormatError", () => {
  const empty = "without the body that the document promises";
  test.each<[string, Declared, CompleteResponse, string]>([
    ["a 204", {}, { status: 204 }, `204 ${empty}`],
    ["a 204 in place of text", { successes: { 200: ["text/csv"] } }, { status: 204 }, `204 ${empty}`],
    ["an empty 200 beside a 204", taskOrNothing, { status: 200 }, `200 ${empty}`],
    ["null", {}, of(JSON_TYPE, "null"), `200 ${empty}`],
    ["null in place of a list", { mayReturnList: true }, of(JSON_TYPE, "null"), `200 ${empty}`],
    ["HTML, even if it is JSON", {}, of("text/html", "{}"), "200 with a body that is not JSON but text/html"],
    [
      "HTML in place of text",
      { successes: { 200: ["text/csv"] } },
      of("text/html", "<p>"),
      "200 with a body that is not text/csv but text/html",
    ],
    [
      "HTML in place of bytes",
      { successes: { 200: ["application/octet-stream"] } },
      of("text/html", "<p>"),
      "200 with a body that is not application/octet-stream but text/html",
    ],
    [
      "an image in place of another",
      { successes: { 200: ["image/png"] } },
      of("image/gif", "gif"),
      "200 with a body that is not image/png but image/gif",
    ],
    [
      "JSON in place of an image",
      { successes: { 200: ["image/png", "image/gif"] } },
      of(JSON_TYPE, "{}"),
      "200 with a body that is not image/png or image/gif but application/json",
    ],
    [
      "a sequence of JSON",
      {},
      of("application/json-seq", "{}"),
      "200 with a body that is not JSON but application/json-seq",
    ],
    [
      "lines of JSON",
      {},
      of("application/x-ndjson", "{}\n"),
      "200 with a body that is not JSON but application/x-ndjson",
    ],
    ["text that calls itself JSON", beside, of(JSON_TYPE, "half"), "200 with a body that is not valid JSON"],
  ])("%s", async (_, declared, response, problem) => {
    const [resource, path] = await outcomes(declared, response);
    expect(resource).toEqual({ problem: `${problem} (getThing)` });
    expect(path).toEqual(resource);
  });
});

describe("`Accept` names what an operation declares", () => {
  test.each<[Declared & Pick<Operation, "accept">, string]>([
    [{}, "application/json"],
    [{ successes: { 200: ["text/csv"] }, accept: "text/csv, */*;q=0.8" }, "text/csv, */*;q=0.8"],
  ])("%o", async (declared, accept) => {
    const [, , request] = await outcomes(declared, of("text/plain", "{}"));
    expect(request?.headers.accept).toBe(accept);
  });

  test.each([
    [{ accept: "text/html" }, {}, "text/html"],
    [{ accept: "text/html" }, { Accept: "image/*" }, "image/*"],
    [{}, { ACCEPT: "image/*" }, "image/*"],
  ])("unless the client or the call says another (%o, %o)", async (ofClient, ofCall, accept) => {
    const server = await serve({ body: {} });
    const operations = { things: { get: { id: "getThing", method: "GET", path: "/things" } } } as const;
    const client = createClient({
      api: { operations },
      baseUrl: server.url,
      auth: bearerToken("token"),
      headers: ofClient,
    }) as unknown as {
      readonly things: { readonly get: (query: object, options: object) => Promise<unknown> };
    };
    await client.things.get({}, { headers: ofCall });
    expect(server.requests[0]?.headers.accept).toBe(accept);
  });
});

test("a middleware may replace a response, which is read by its own media type", async () => {
  const server = await serve({ body: {} });
  const operation: Operation = { id: "getThing", method: "GET", path: "/things", ...beside };
  const client = createClient({
    api: { operations: { things: { get: operation } } },
    baseUrl: server.url,
    auth: bearerToken("token"),
  });
  client.use({ onResponse: () => new Response("a,b", { headers: { "Content-Type": "text/csv" } }) });
  const { things } = client as unknown as { readonly things: { readonly get: () => Promise<unknown> } };
  expect(await things.get()).toBe("a,b");
});

test("a caller who says how to read a body gets what there is", async () => {
  const server = await serve(of("text/html", "<p>"));
  const operation: Operation = { id: "getThing", method: "GET", path: "/things", ...beside };
  const client = createClient({
    api: { operations: { things: { get: operation } } },
    baseUrl: server.url,
    auth: bearerToken("token"),
  }) as unknown as { readonly GET: (path: string, init: object) => Promise<{ readonly data?: unknown }> };
  expect((await client.GET("/things", { parseAs: "text" })).data).toBe("<p>");
});

test("a write whose success is not declared may have been applied", async () => {
  const server = await serve(of("text/html", "<p>"));
  const operation: Operation = { id: "makeThing", method: "POST", path: "/things", ...beside };
  const client = createClient({
    api: { operations: { things: { make: operation } } },
    baseUrl: server.url,
    auth: bearerToken("token"),
  }) as unknown as { readonly things: { readonly make: () => Promise<unknown> } };
  expect(await rejection(client.things.make(), ResponseFormatError)).toMatchObject({ maybeApplied: true });
});
