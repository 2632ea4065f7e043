import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { checkRecording } from "../../../src/testing/contract.js";
import { checkWorkshop, placesOf, workshop, WORKSHOP } from "./workshop.js";

const LIST = "/shop/v1/tools";
const CUT = {
  body: '{"data":[{"i',
  headers: { "Content-Type": "application/json", "Content-Length": "900", Connection: "close" },
};

test("a body that broke off once, and came the next time, is no drift", async () => {
  const service = workshop();
  let isFirst = true;
  service.response = ({ url }, response) => {
    if (url !== LIST || !isFirst) return response;
    isFirst = false;
    return CUT;
  };
  const { drifts, operations } = await checkWorkshop(service);
  expect(isFirst).toBe(false);
  expect(drifts).toEqual([]);
  expect(operations[0]).toMatchObject({ operation: `GET ${LIST}`, responses: 2 });
});

test("a body that always breaks off is asked for once more alone, and is a drift", async () => {
  const service = workshop();
  let requests = 0;
  service.response = ({ url }, response) => {
    if (url !== LIST) return response;
    requests++;
    return CUT;
  };
  const { drifts } = await checkWorkshop(service);
  expect(requests).toBe(2);
  expect(placesOf(drifts).filter((place) => place.startsWith("body-"))).toEqual([
    "body-truncated at response 200 > body of /paths/~1shop~1v1~1tools/get/responses/200/content",
  ]);
});

const deep = (open: string, close: string): string => open.repeat(200_000) + "1" + close.repeat(200_000);

test.each([
  ["lists", `{"data":[${deep("[", "]")}],"metadata":{}}`],
  ["objects", `{"data":[],"metadata":${deep('{"next":', "}")}}`],
  ["both", deep('[{"data":', "}]")],
])("a page of %s that are nested without end is one drift, live and in a recording", async (_what, body) => {
  const service = workshop();
  const headers = { "X-Request-Id": "r-1", "X-RateLimit-Remaining": "9", "Content-Type": "application/json" };
  service.response = ({ url }, response) => (url.startsWith(LIST) ? { headers, body } : response);
  const { drifts } = await checkWorkshop(service);
  const places = ["body-nested at response 200 > body of /paths/~1shop~1v1~1tools/get/responses/200/content"];
  expect(placesOf(drifts)).toEqual(places);

  const entry = {
    request: { method: "GET", url: `https://workshop.example${LIST}` },
    response: {
      status: 200,
      headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
      content: { text: body },
    },
  };
  const har = { name: "a.har", text: JSON.stringify({ log: { entries: [entry, entry] } }) };
  expect(placesOf(checkRecording([WORKSHOP], har).drifts)).toEqual(places);
});

test("a body of 500 levels is looked at", async () => {
  const service = workshop();
  const body = '{"open":'.repeat(500) + "1" + "}".repeat(500);
  const headers = { "Content-Type": "application/json" };
  service.response = ({ url }, response) => (url === "/shop/v1/hours" ? { headers, body } : response);
  const { drifts } = await checkWorkshop(service);
  expect(drifts.map(({ kind, place }) => `${kind} at ${place}`)).toEqual([
    "type-mismatch at response 200 > body.open",
  ]);
});

test.each([
  ["net::ERR_CONTENT_DECODING_FAILED", "encoding-mismatch"],
  ["net::ERR_CONTENT_LENGTH_MISMATCH", "body-truncated"],
  ["net::ERR_INCOMPLETE_CHUNKED_ENCODING", "body-truncated"],
])("a recording of Chromium says %s: %s", (_error, kind) => {
  const entry = {
    request: { method: "GET", url: "https://workshop.example/shop/v1/hours" },
    response: { status: 200, headers: [], content: { size: 0, text: "" }, _error },
  };
  const har = { name: "a.har", text: JSON.stringify({ log: { entries: [entry] } }) };
  expect(checkRecording([WORKSHOP], har).drifts.map((drift) => drift.kind)).toEqual([kind]);
});

const NOTES = Array.from({ length: 900 }, (_, index) => (index * 7919) % 1009).join(" ");
const COMPRESSED = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync };

test.each(["gzip", "deflate", "br"] as const)(
  "a body in %s that breaks off, and has the length that is said, is truncated",
  async (encoding) => {
    const service = workshop();
    service.response = ({ url }, response) => {
      if (!url.startsWith(LIST) || !("body" in response)) return response;
      const whole = COMPRESSED[encoding](JSON.stringify({ ...(response.body as object), notes: NOTES }));
      const body = whole.subarray(0, whole.length / 2);
      return { body, headers: { "Content-Type": "application/json", "Content-Encoding": encoding } };
    };
    const { drifts } = await checkWorkshop(service);
    expect(placesOf(drifts).filter((place) => place.startsWith("body-"))).toEqual([
      "body-truncated at response 200 > body of /paths/~1shop~1v1~1tools/get/responses/200/content",
    ]);
  },
);

function kindOf(text: string): string | undefined {
  const entry = {
    request: { method: "GET", url: "https://workshop.example/shop/v1/hours" },
    response: {
      status: 200,
      headers: [{ name: "content-type", value: "application/json" }],
      content: { text },
    },
  };
  const har = { name: "a.har", text: JSON.stringify({ log: { entries: [entry] } }) };
  return checkRecording([WORKSHOP], har).drifts[0]?.kind;
}

const WHOLE = String.raw`{"open":"al\"w\\a\u0041ys {]","days":[true,null,-1.5e3,{"a":[]}], "more" : {} }`;

test("JSON is truncated wherever it breaks off", () => {
  const texts = Array.from({ length: WHOLE.length - 1 }, (_, index) => WHOLE.slice(0, index + 1));
  expect(texts.filter((text) => kindOf(text) !== "body-truncated")).toEqual([]);
});

test.each([
  '{"open":"always"}\n{"open":"al',
  `[${"[".repeat(9_999)}1`,
  `{"open":"${"a".repeat(1_000_000)}`,
  `{"open":"always","list":[${"1,".repeat(500_000)}`,
])("%.30s… breaks off", (text) => {
  expect(kindOf(text)).toBe("body-truncated");
});

test.each(["<p>{", "{open:", '{"a":1]', "[1 2", '{"open" "always', '{"open":"always"}}', "[1,,", "tru"])(
  "%s is no JSON that breaks off",
  (text) => {
    expect(kindOf(text)).toBe("body-unreadable");
  },
);
