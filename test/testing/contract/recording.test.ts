import { describe, expect, test } from "vitest";
import { checkRecording } from "../../../src/testing/contract.js";
import { WORKSHOP } from "./workshop.js";

const HOST = "https://workshop.example";

interface Entry {
  readonly method?: string;
  readonly url: string;
  readonly status?: number;
  readonly headers?: readonly { readonly name: string; readonly value: string }[];
  readonly content?: object;
}

const JSON_TYPE = { name: "content-type", value: "application/json" };

/** An HTTP Archive, as browsers write it. */
function har(...entries: readonly Entry[]): { readonly name: string; readonly text: string } {
  const log = {
    version: "1.2",
    creator: { name: "test", version: "1" },
    entries: entries.map(({ method = "GET", url, status = 200, headers = [JSON_TYPE], content = {} }) => ({
      startedDateTime: "2025-02-20T08:30:15Z",
      request: { method, url, headers: [{ name: ":authority", value: "workshop.example" }] },
      response: { status, headers: [{ name: ":status", value: String(status) }, ...headers], content },
    })),
  };
  return { name: "session.har", text: JSON.stringify({ log }) };
}

const hours = (open: unknown, more: Partial<Entry> = {}): Entry => {
  const text = JSON.stringify({ open });
  return {
    url: `${HOST}/shop/v1/hours`,
    content: { text, size: text.length, mimeType: "application/json" },
    ...more,
  };
};

describe("a recording", () => {
  test("that is as the document says has no drift", () => {
    const { drifts, operations } = checkRecording([WORKSHOP], har(hours("always"), hours("never")));
    expect(drifts).toEqual([]);
    expect(operations).toEqual([
      { operation: "GET /shop/v1/hours", document: "workshop.yaml", responses: 2 },
    ]);
  });

  test("has each drift once, with a count", () => {
    const { drifts } = checkRecording([WORKSHOP], har(hours(1), hours("never"), hours(2)));
    expect(drifts).toMatchObject([
      {
        kind: "type-mismatch",
        pointer:
          "/paths/~1shop~1v1~1hours/get/responses/200/content/application~1json/schema/properties/open/type",
        count: 2,
      },
    ]);
  });

  test("may have its bodies in Base64, or not at all", () => {
    const text = Buffer.from('{"open":1}').toString("base64");
    const encoded = hours(0, { content: { text, encoding: "base64", size: 10 } });
    const dropped = hours(0, { content: { size: 10 } });
    expect(checkRecording([WORKSHOP], har(encoded)).drifts.map(({ kind }) => kind)).toEqual([
      "type-mismatch",
    ]);
    expect(checkRecording([WORKSHOP], har(dropped)).drifts).toEqual([]);
  });

  test("shows paths and methods that no document has, without what identifies anything", () => {
    const { drifts, foreign } = checkRecording(
      [WORKSHOP],
      har(
        hours("always"),
        { url: `${HOST}/shop/v1/tools/acme-saw-1/repairs/r-77af`, content: { text: "{}" } },
        { url: `${HOST}/shop/v1/tools/acme-saw-2/repairs/r-78af`, content: { text: "{}" } },
        { url: `${HOST}/shop/v1/tools/acme-saw-1`, method: "DELETE", status: 204 },
        { url: `${HOST}/favicon.ico`, status: 404 },
        { url: "https://analytics.example/collect?id=acme", content: { text: "{}" } },
      ),
    );
    expect(drifts.map(({ kind, operations, pointer, count }) => [kind, operations, pointer, count])).toEqual([
      ["path-undocumented", ["GET /shop/v1/tools/{id}/{…}/{…}"], "/paths", 2],
      ["method-undocumented", ["DELETE /shop/v1/tools/{id}"], "/paths/~1shop~1v1~1tools~1{id}", 1],
    ]);
    expect(foreign).toBe(2);
    expect(JSON.stringify(drifts)).not.toMatch(/acme|r-77af/);
  });

  test("leaves out what is no response of the service", () => {
    const { operations } = checkRecording(
      [WORKSHOP],
      har(hours(1, { status: 0 }), hours(1, { status: 304 }), hours(1, { method: "OPTIONS" }), {
        url: "chrome-extension://abc/x",
      }),
    );
    expect(operations).toEqual([]);
  });

  test("may be of a service below a path", () => {
    const proxied = hours(1, { url: "https://proxy.example/workshop/shop/v1/hours" });
    expect(checkRecording([WORKSHOP], har(proxied)).operations).toEqual([]);
    const { operations } = checkRecording([WORKSHOP], har(proxied), "https://proxy.example/workshop/");
    expect(operations).toHaveLength(1);
  });

  test.each([
    "https://Workshop.example",
    "https://workshop.example:443/",
    "HTTPS://workshop.example",
    "https://user@workshop.example",
  ])("may be of a service that is written in another way: %s", (baseUrl) => {
    const elsewhere = hours(1, { url: "https://workshop.example:8443/shop/v1/hours" });
    const { operations, foreign } = checkRecording([WORKSHOP], har(hours("always"), elsewhere), baseUrl);
    expect(operations).toMatchObject([{ responses: 1 }]);
    expect(foreign).toBe(1);
  });

  test("finds a method that a path does not have below the path of a service", () => {
    const url = "https://proxy.example/workshop/shop/v1/tools/acme-saw-1";
    const removal = har(
      { method: "DELETE", url, status: 204 },
      { url: "https://proxy.example/workshops", content: {} },
    );
    const { drifts, foreign } = checkRecording([WORKSHOP], removal, "https://proxy.example/workshop");
    expect(drifts).toMatchObject([
      { kind: "method-undocumented", operations: ["DELETE /shop/v1/tools/{id}"] },
    ]);
    expect(foreign).toBe(1);
  });

  describe("of pages", () => {
    const page = (token: string | undefined, next: string | null, id: string): Entry => {
      const tool = { id, kind: "Saw", spec: { type: "HAND" } };
      const text = JSON.stringify({ data: [tool], metadata: { next } });
      const url = `${HOST}/shop/v1/tools${token === undefined ? "" : `?page_token=${token}`}`;
      const headers = [
        JSON_TYPE,
        { name: "X-Request-Id", value: "r" },
        { name: "X-RateLimit-Remaining", value: "1" },
      ];
      return { url, headers, content: { text } };
    };
    const linkTo = (token: string): string => `${HOST}/shop/v1/tools?page_token=${token}`;

    test("has the pages of lists held together", () => {
      const pages = har(page(undefined, linkTo("b"), "tool-1"), page("b", null, "tool-1"));
      const { drifts } = checkRecording([WORKSHOP], pages);
      expect(drifts.map(({ kind }) => kind)).toEqual(["page-repeated"]);
    });

    test("has each page of a list that was read twice held against the one before it", () => {
      const pages = [page(undefined, linkTo("b"), "tool-1"), page("b", null, "tool-1")];
      const { drifts } = checkRecording([WORKSHOP], har(...pages, ...pages));
      expect(drifts.map(({ kind, count }) => [kind, count])).toEqual([["page-repeated", 2]]);
    });

    test("may have very many of them", () => {
      const COUNT = 15_000;
      const token = (index: number): string | undefined => (index === 0 ? undefined : `t${index}`);
      const walk = Array.from({ length: COUNT }, (_, index) =>
        page(token(index), index + 1 < COUNT ? linkTo(`t${index + 1}`) : linkTo("t7"), `tool-${index}`),
      );
      const firsts = Array.from({ length: COUNT }, () => page(undefined, linkTo("t1"), "tool-0"));
      const { drifts, operations } = checkRecording([WORKSHOP], har(...walk, ...firsts));
      expect(operations).toMatchObject([{ responses: 2 * COUNT }]);
      expect(drifts.map(({ kind, count }) => [kind, count])).toEqual([["page-loops", 1]]);
    });
  });

  test.each(["", "{}", '{"log":{}}', "<html>"])("is refused when it is none: %s", (text) => {
    expect(() => checkRecording([WORKSHOP], { name: "session.har", text })).toThrow(
      "session.har: it is not an HTTP Archive (HAR)",
    );
  });

  const REQUEST = { method: "GET", url: `${HOST}/shop/v1/hours` };
  const withEntry = (...entries: readonly unknown[]): { readonly name: string; readonly text: string } => ({
    name: "session.har",
    text: JSON.stringify({ log: { entries: [null, ...entries] } }),
  });

  test.each([
    ["no header", { status: 200 }],
    ["null for what is not there", { status: 200, headers: null, content: null }],
    ["a header that is null", { status: 200, headers: [null] }],
    ["a number as the value of a header", { status: 200, headers: [{ name: "x", value: 5 }] }],
    ["null as the value of a header", { status: 200, headers: [{ name: "x", value: null }] }],
    ["a header beyond Latin-1", { status: 200, headers: [{ name: "x", value: "日本" }] }],
    ["a failure that nobody knows", { status: 200, _error: "constructor" }],
    ["a status as a text", { status: "200", content: { size: -1 } }],
  ])("may have %s", (_, response) => {
    const { operations } = checkRecording([WORKSHOP], withEntry({ request: REQUEST, response }));
    expect(operations).toMatchObject([{ operation: "GET /shop/v1/hours", responses: 1 }]);
  });

  test.each([
    ["", 5],
    ["", []],
    ["/request", { request: "GET" }],
    ["/request/url", { request: { ...REQUEST, url: {} } }],
    ["/request/method", { request: { ...REQUEST, method: ["GET"] } }],
    ["/response", { request: REQUEST, response: 200 }],
    ["/response/status", { request: REQUEST, response: { status: 200.5 } }],
    ["/response/headers", { request: REQUEST, response: { status: 200, headers: {} } }],
    ["/response/headers/0", { request: REQUEST, response: { status: 200, headers: ["x: 1"] } }],
    [
      "/response/headers/0/value",
      { request: REQUEST, response: { status: 200, headers: [{ name: "x", value: {} }] } },
    ],
    ["/response/content", { request: REQUEST, response: { status: 200, content: "{}" } }],
    ["/response/content/text", { request: REQUEST, response: { status: 200, content: { text: {} } } }],
    ["/response/content/size", { request: REQUEST, response: { status: 200, content: { size: "much" } } }],
  ])("is read but for an entry with the form of its part %s: %j", (place, entry) => {
    const response = { status: 200, content: { text: '{"open":5}' }, headers: [JSON_TYPE] };
    const { unread, operations, drifts } = checkRecording(
      [WORKSHOP],
      withEntry(entry, { request: REQUEST, response }),
    );
    expect(unread).toEqual([
      { pointer: `/log/entries/1${place}`, problem: expect.stringMatching(/^is not an? [a-z ]+$/) as string },
    ]);
    expect(operations).toMatchObject([{ responses: 1 }]);
    expect(drifts).toMatchObject([{ kind: "type-mismatch", count: 1 }]);
  });
});
