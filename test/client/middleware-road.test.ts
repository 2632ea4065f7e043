import { describe, expect, test } from "vitest";
import { apiKey, createClient, type Api, type OperationTree } from "../../src/index.js";
import { key, secret } from "../support/client.js";
import type { ScriptedResponse } from "../support/respond.js";
import { serve, type ReceivedRequest } from "../support/server.js";

/*
 * Resources make their requests themselves, and leave that to openapi-fetch once the client has a middleware. Neither the
 * service nor the caller may notice.
 */

type Call = (...args: unknown[]) => Promise<unknown>;

const operations = {
  things: {
    get: { id: "getThing", method: "GET", path: "/things/{id}" },
    check: { id: "checkThing", method: "HEAD", path: "/things/{id}", noContent: true },
    create: { id: "createThing", method: "POST", path: "/things", body: "json" },
    patch: {
      id: "patchThing",
      method: "PATCH",
      path: "/things/{id}",
      body: "json",
      contentType: "application/merge-patch+json",
    },
    touch: { id: "touchThing", method: "POST", path: "/things/{id}/touch", body: "json", optionalBody: true },
    delete: { id: "deleteThing", method: "DELETE", path: "/things/{id}", noContent: true },
    exchange: { id: "exchangeThing", method: "POST", path: "/things/token", body: "form" },
    upload: {
      id: "uploadThing",
      method: "PUT",
      path: "/things/{id}/file",
      body: "raw",
      contentType: "text/csv",
    },
    send: { id: "sendThing", method: "PUT", path: "/things/{id}/form", body: "raw" },
    text: { id: "getThingText", method: "GET", path: "/things/{id}/text", parseAs: "text" },
    file: { id: "getThingFile", method: "GET", path: "/things/{id}/file", parseAs: "blob" },
  },
} as const satisfies OperationTree;

interface Made {
  readonly requests: readonly ReceivedRequest[];
  readonly outcome: unknown;
}

async function make(
  answer: ScriptedResponse,
  name: string,
  args: readonly unknown[],
  withMiddleware: boolean,
): Promise<Made> {
  const server = await serve(answer);
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
  if (withMiddleware) client.use({ onRequest: () => void (seen += 1) });
  const { things } = client as unknown as { readonly things: Record<string, Call> };
  const outcome = await things[name]?.(...args).catch((error: unknown) => error);
  expect(seen, "calls that the middleware saw").toBe(withMiddleware ? 1 : 0);
  return { requests: server.requests, outcome: await readable(outcome) };
}

/** What can be compared: a Blob by what is in it, an error by all that it tells but the time that it took. */
async function readable(outcome: unknown): Promise<unknown> {
  if (outcome instanceof Blob) return { type: outcome.type, text: await outcome.text() };
  if (!(outcome instanceof Error)) return outcome;
  const text = JSON.stringify(outcome).replaceAll(/"durationMs":\d+/g, '"durationMs":0');
  return { message: outcome.message, ...(JSON.parse(text) as object) };
}

/** As it came over the wire, without what differs between two servers. */
function wire({ method, url, headers, body }: ReceivedRequest): object {
  const others = { ...headers, host: "" };
  // A form with files is separated by chance.
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
    "lists and gaps in the query",
    json,
    "get",
    () => ["a", { tags: ["a", "b"], none: [], not: null, nor: undefined }],
  ],
  ["an object in the query", json, "get", () => ["a", { filter: { name: "a", size: 1 } }]],
  ["a date in the query", json, "get", () => ["a", { since: day }]],
  ["headers", json, "get", () => ["a", {}, { headers: { "x-team": "ops", ACCEPT: null, "X-One": "1" } }]],
  ["a HEAD", { status: 200 }, "check", () => ["a"]],
  ["JSON", json, "create", () => [{ name: "é", at: day, not: undefined }]],
  ["JSON of another type", json, "patch", () => ["a", { name: null }]],
  [
    "JSON under a type of the caller's",
    json,
    "create",
    () => [{ a: 1 }, { headers: { "Content-Type": "application/ld+json" } }],
  ],
  ["no body where none is needed", json, "touch", () => ["a"]],
  ["a form", json, "exchange", () => [{ grant_type: "a b", not: undefined, size: 1 }]],
  ["text", json, "upload", () => ["a", "a,b"]],
  ["bytes", json, "upload", () => ["a", new TextEncoder().encode("a,b")]],
  ["a stream", json, "upload", () => ["a", new Blob(["a,b"]).stream()]],
  ["a form with a file", json, "send", () => ["a", form()]],
  ["an answer of text", { body: "a,b" }, "text", () => ["a"]],
  ["an answer of bytes", { headers: { "Content-Type": "image/png" }, body: "png" }, "file", () => ["a"]],
  ["nothing, as agreed", { status: 204 }, "delete", () => ["a"]],
  ["something where nothing was agreed", json, "delete", () => ["a"]],
  ["nothing where something was agreed", { status: 204 }, "get", () => ["a"]],
  ["an empty body", { status: 200 }, "get", () => ["a"]],
  ["null", { body: null }, "get", () => ["a"]],
  ["no JSON", { body: "<html>" }, "get", () => ["a"]],
  ["no JSON after a write", { body: "<html>" }, "create", () => [{}]],
  ["a failure", { status: 404, body: { errors: [{ detail: "gone" }] } }, "get", () => ["a"]],
  ["a failure in words", { status: 400, body: "no" }, "create", () => [{}]],
  ["a failure without a word", { status: 500 }, "create", () => [{}]],
];

describe("the same with a middleware and without", () => {
  test.each(calls)("%s", async (_, answer, name, args) => {
    const direct = await make(answer, name, args(), false);
    const byOpenapiFetch = await make(answer, name, args(), true);
    expect(direct.requests).toHaveLength(1);
    expect(direct.requests.map(wire)).toEqual(byOpenapiFetch.requests.map(wire));
    expect(direct.outcome).toEqual(byOpenapiFetch.outcome);
  });
});
