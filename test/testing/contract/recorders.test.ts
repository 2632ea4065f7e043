import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { checkRecording } from "../../../src/testing/contract.js";
import type { ContractReport } from "../../../src/testing/contract/report.js";
import { WORKSHOP } from "./workshop.js";

/* What browsers, proxies and test tools write in a recording, each in its own way. */

const URL_OF_HOURS = "https://workshop.example/shop/v1/hours";
const JSON_TYPE = { name: "content-type", value: "application/json" };

interface Recorded {
  readonly method?: string;
  readonly url?: string;
  readonly status?: number;
  readonly headers?: readonly { readonly name: string; readonly value: string }[];
  readonly [key: string]: unknown;
}

function check(...responses: readonly Recorded[]): ContractReport {
  const entries = responses.map(({ method = "GET", url = URL_OF_HOURS, status = 200, ...response }) => ({
    request: { method, url },
    response: { headers: [JSON_TYPE], ...response, status },
  }));
  return checkRecording([WORKSHOP], { name: "session.har", text: JSON.stringify({ log: { entries } }) });
}

const kindsOf = (report: ContractReport): readonly string[] => report.drifts.map(({ kind }) => kind);

test.each<readonly [string, Recorded]>([
  ["leaves out, with no length", { content: { mimeType: "application/json" } }],
  ["leaves out, with a length of -1", { content: { size: -1 }, bodySize: -1 }],
  ["leaves out, with all of its content", {}],
  ["has dropped, and knows its length on the wire", { content: { size: 0 }, bodySize: 34 }],
  [
    "has dropped, and has its header of the length",
    { content: { size: 0, text: "" }, headers: [JSON_TYPE, { name: "Content-Length", value: "34" }] },
  ],
  ["has an empty text for, and a length", { content: { size: 34, text: "" } }],
  ["has not read, as the page was left", { content: { size: 0, text: "" }, _error: "net::ERR_ABORTED" }],
  ["has read in part, as the page was left", { content: { text: '{"op' }, _failureText: "net::ERR_ABORTED" }],
  ["has cut", { content: { size: 5_000_000, text: '{"open":"alw' } }],
])("a body that a program %s is no missing body", (_what, recorded) => {
  const { drifts, operations } = check(recorded);
  expect(drifts).toEqual([]);
  expect(operations).toMatchObject([{ responses: 1 }]);
});

test.each<readonly [string, Recorded]>([
  ["is empty, and says so", { content: { size: 0 } }],
  ["is an empty text", { content: { text: "" } }],
  ["is an empty text, of a length that is not known", { content: { text: "", size: -1 }, bodySize: -1 }],
])("a body that %s is a missing body", (_what, recorded) => {
  expect(kindsOf(check(recorded))).toEqual(["body-missing"]);
});

test("a body that breaks off, of the length that the program has read, breaks off", () => {
  expect(kindsOf(check({ content: { size: 12, text: '{"open":"alw' } }))).toEqual(["body-truncated"]);
});

test.each(["is whole, in fewer bytes than its length", "begins with a byte order mark"])(
  "a body that %s is read",
  (what) => {
    const mark = what.startsWith("begins") ? "\ufeff" : "";
    const content = (open: unknown): object => ({ size: 99, text: `${mark}${JSON.stringify({ open })}` });
    expect(kindsOf(check({ content: content("always") }))).toEqual([]);
    expect(kindsOf(check({ content: content(5) }))).toEqual(["type-mismatch"]);
  },
);

test.each<readonly [string, (text: string) => Buffer]>([
  ["gzip", gzipSync],
  ["deflate", deflateSync],
  ["br", brotliCompressSync],
  ["gzip, br", (text) => brotliCompressSync(gzipSync(text))],
  ["br", (text) => Buffer.from(text)],
])("a body in Base64 may be as it came, in %s, or decoded", (value, encode) => {
  const recorded = (open: unknown): Recorded => ({
    headers: [JSON_TYPE, { name: "Content-Encoding", value }],
    content: { encoding: "base64", text: encode(JSON.stringify({ open, umlaut: "ü" })).toString("base64") },
  });
  expect(kindsOf(check(recorded("always")))).toEqual(["member-undocumented"]);
  expect(kindsOf(check(recorded(5)))).toEqual(["type-mismatch", "member-undocumented"]);
});

test("a body that is too large once it is decoded is left aside", () => {
  const headers = [JSON_TYPE, { name: "Content-Encoding", value: "gzip" }];
  const text = gzipSync(Buffer.alloc(17 * 1_048_576, " ")).toString("base64");
  expect(kindsOf(check({ headers, content: { encoding: "base64", text } }))).toEqual([]);
});

test("a compressed body without Content-Encoding is reported", () => {
  const text = gzipSync('{"open":"always"}').toString("base64");
  expect(kindsOf(check({ content: { encoding: "base64", text } }))).toEqual(["encoding-missing"]);
});

test("a program that records no header may have the media type", () => {
  const text = '{"open":5}';
  const content = { text, mimeType: "application/json; charset=utf-8" };
  expect(kindsOf(check({ headers: [], content }))).toEqual(["type-mismatch"]);
  expect(kindsOf(check({ headers: [], content: { text, mimeType: "x-unknown" } }))).toEqual([
    "content-type-missing",
  ]);
});

const ALWAYS: Recorded = { content: { text: '{"open":"always"}' } };

test("the redirect of a browser to TLS is none of the service", () => {
  const headers = [
    { name: "Location", value: URL_OF_HOURS },
    { name: "Non-Authoritative-Reason", value: "HSTS" },
  ];
  const redirect = { url: URL_OF_HOURS.replace("https", "http"), status: 307, headers };
  expect(kindsOf(check(redirect, ALWAYS))).toEqual([]);
});

test.each([401, 403, 404, 405, 501])("a method that is refused with %i is no method more", (status) => {
  const { drifts, foreign } = check(ALWAYS, { method: "DELETE", status });
  expect(drifts).toEqual([]);
  expect(foreign).toBe(0);
});

test("HEAD is there where GET is", () => {
  expect(kindsOf(check(ALWAYS, { method: "HEAD" }))).toEqual([]);
  expect(kindsOf(check(ALWAYS, { method: "PUT", status: 204 }))).toEqual(["method-undocumented"]);
});

test("an address without a host is reported", () => {
  expect(check(ALWAYS, { url: "/shop/v1/hours" }).unread).toEqual([
    { pointer: "/log/entries/1/request/url", problem: "is not an absolute address" },
  ]);
});
