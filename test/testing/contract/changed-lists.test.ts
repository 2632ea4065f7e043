import { expect, test } from "vitest";
import { checkRecording } from "../../../src/testing/contract.js";

/* Lists that a recording has more than once, with changes between them. */

const ID = { name: "id", in: "path", required: true, schema: { type: "string" } };
const QUERY = ["page_size", "page_token"].map((name) => ({ name, in: "query", schema: {} }));
const OK = { 200: { content: { "application/json": {} } } };
const DOCUMENT = {
  openapi: "3.0.3",
  paths: {
    "/tools": { get: { parameters: QUERY, responses: OK }, post: { responses: OK } },
    "/tools/{id}": { delete: { parameters: [ID], responses: { 204: {}, 404: {} } } },
  },
};

interface Step {
  readonly method?: string;
  readonly path?: string;
  readonly query?: string;
  readonly status?: number;
  readonly body?: unknown;
}

function kindsOf(...steps: readonly Step[]): readonly string[] {
  const entries = steps.map(({ method = "GET", path = "/tools", query = "", status = 200, body }) => ({
    request: { method, url: `https://shop.example${path}${query}` },
    response: {
      status,
      headers: [{ name: "content-type", value: "application/json" }],
      content: body === undefined ? { size: 0 } : { text: JSON.stringify(body) },
    },
  }));
  const har = { name: "a.har", text: JSON.stringify({ log: { entries } }) };
  return checkRecording([{ name: "shop.json", text: JSON.stringify(DOCUMENT) }], har).drifts.map(
    ({ kind }) => kind,
  );
}

const list = (query: string, ids: readonly string[], metadata: object = {}): Step => ({
  query,
  body: { data: ids.map((id) => ({ id })), metadata },
});
const LINK = { next: "https://shop.example/tools?page_token=t" };
const CREATION: Step = { method: "POST", body: { id: "c" } };
const DELETION: Step = { method: "DELETE", path: "/tools/a", status: 204 };
const REFUSAL: Step = { method: "DELETE", path: "/tools/a", status: 404 };

test("a list may have more items after one was created, and fewer after one was deleted", () => {
  const [few, more] = [list("?page_size=10", ["a"]), list("?page_size=100", ["a", "c"])];
  expect(kindsOf(few, CREATION, more)).toEqual([]);
  expect(kindsOf(more, DELETION, few)).toEqual([]);
});

test("a list may change between its pages", () => {
  const pages = [list("", ["a"], LINK), list("?page_token=t", ["b"], { total_size: 3 })] as const;
  expect(kindsOf(pages[0], CREATION, pages[1])).toEqual([]);
  expect(kindsOf(...pages)).toEqual(["page-ends-early"]);
});

test("a list that ends early is found before and after a change", () => {
  const [few, more] = [list("?page_size=10", ["a"]), list("?page_size=100", ["a", "c"])];
  expect(kindsOf(few, more)).toEqual(["page-ends-early"]);
  expect(kindsOf(few, more, CREATION)).toEqual(["page-ends-early"]);
  expect(kindsOf(CREATION, few, REFUSAL, more)).toEqual(["page-ends-early"]);
});
