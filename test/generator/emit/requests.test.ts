import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { generateFrom, type Generated } from "../fixtures.js";
import { createTypeChecker, type TypeChecker } from "../type-checker.js";

/*
 * What a document says about requests, in the table of operations, in the types and in the report. What the client sends by
 * it is tested in test/client/.
 */

let generated: Generated;
let service: string;
let checker: TypeChecker;

beforeAll(async () => {
  generated = await generateFrom({
    name: "shop.yaml",
    text: await readFile("test/fixtures/shop.yaml", "utf8"),
  });
  service = generated.files.get("shop-v1.ts") ?? "";
  checker = createTypeChecker(generated.files);
});

const flat = (code: string): string => code.replace(/\s+/g, " ").replaceAll(", }", " }");
const tableOf = (path: string): string => {
  const start = service.indexOf(`path: "/shop/v1/${path}"`);
  return start < 0 ? "" : flat(service.slice(start, service.indexOf("successes", start)));
};

describe("The table of operations", () => {
  it("has the parameters that are not written as usual, and no others", () => {
    const table = tableOf("shapes/{id}/{path}");
    expect(table).toContain(
      'requiredQuery: ["json"], styledQuery: { serialize: serializeStyledQuery, styles: {',
    );
    expect(table).toContain(
      'commas: { explode: false }, bars: { style: "pipeDelimited" }, flat: { style: "form" }, json: { json: true }, url: { allowReserved: true } }',
    );
    expect(table).toContain('styles: { id: { style: "matrix", explode: true } }');
    expect(table).toContain('serialize: serializeStyledHeaders, styles: { "X-Filter": { style: "simple" } }');
    expect(table).toContain('requiredHeaders: ["X-Tenant"]');
    expect(table).not.toContain("body");
  });

  it("has each media type of a body, and what writes it, JSON first", () => {
    const table = tableOf("books");
    expect(table).toContain(
      'body: { encode: encodeBody, formats: { "application/json": "json", "text/csv": "raw", "application/vnd.shop+json": "json", "multipart/form-data": { serialize: serializeMultipart, fields: {',
    );
    expect(table).toContain('meta: { contentType: "application/json", headers: { "X-Kind": "meta" } }');
    expect(table).toContain('picture: { contentType: "image/png, image/jpeg" }');
    expect(table).toContain('"multipart/mixed": "raw", "image/*": "raw", "application/xml": "raw"');
    expect(tableOf("tokens")).toContain(
      'serialize: serializeStyledForm, fields: { scope: { style: "spaceDelimited", explode: false } }',
    );
    expect(tableOf("blobs")).toContain(
      'body: { encode: encodeBody, formats: { "application/octet-stream": "json" } }',
    );
  });

  it("says where JSON may be a scalar or null", () => {
    expect(tableOf("names")).toContain('body: "json", scalarBody: true, nullBody: true,');
    expect(tableOf("books")).not.toMatch(/scalarBody|nullBody/);
  });

  it("imports only the functions that it needs", () => {
    const [, imported = ""] = /import \{ (.*) \} from "..\/codecs.js"/.exec(service) ?? [];
    expect(imported.split(", ").filter((name) => !service.includes(`: ${name}`))).toEqual([]);
    expect(imported).toContain("serializeStyledQuery");
    expect(service).not.toMatch(/import type \{[^}]*serialize/);
  });
});

describe("The types", () => {
  const call = (code: string): readonly string[] =>
    checker.errorsIn(`import type { ShopV1 } from "./shop-v1.js";
import type { paths } from "./shop-v1.js";
import type { TypedPathClient } from "../client/path-types.js";
declare const shop: ShopV1;
declare const client: TypedPathClient<paths>;
void shop; void client;
${code}`);

  it("compile", () => expect(checker.errorsInFiles()).toEqual([]));

  it.each([
    [
      "a required header",
      `void shop.shapes.list([""], "", { json: {}, flag: "" }, { headers: { "X-Tenant": "a", "X-Trace": "b" } });`,
    ],
    [
      "optional headers by their types",
      `void shop.shapes.list([""], "", { json: { k: "" }, flag: "" }, { headers: { "X-Tenant": "a", "X-Count": 1, "X-Filter": { k: "" } } });`,
    ],
    [
      "null, which removes an optional one",
      `void shop.shapes.list([""], "", { json: {}, flag: "" }, { headers: { "X-Tenant": "a", "X-Count": null } });`,
    ],
    [
      "the same in params",
      `void client.GET("/shop/v1/shapes/{id}/{path}", { params: { path: { id: [""], path: "" }, query: { json: {}, flag: "" }, header: { "X-Tenant": "a" } } });`,
    ],
    ["the default body", `void shop.books.create({ title: "" });`],
    [
      "another body under its media type",
      `void shop.books.create({ file: new Blob([]), files: [new Uint8Array(1), "x"], picture: null, icon: "x", meta: { k: "" } }, { headers: { "Content-Type": "multipart/form-data" } });`,
    ],
    [
      "a FormData",
      `void shop.books.create(new FormData(), { headers: { "Content-Type": "multipart/form-data" } });`,
    ],
    [
      "bytes of a range",
      `void shop.books.create(new Uint8Array(1), { headers: { "Content-Type": "image/gif" } });`,
    ],
    [
      "the default under another JSON type",
      `void shop.books.create({ title: "" }, { headers: { "Content-Type": "application/vnd.shop+json" } });`,
    ],
    [
      "any of them in a path call",
      `void client.POST("/shop/v1/books", { body: { file: new Blob([]) } }); void client.POST("/shop/v1/books", { body: new Uint8Array(1) });`,
    ],
    ["a scalar and null", `void shop.names.put("x"); void shop.names.put(null);`],
    [
      "a form, as an object or not",
      `void shop.tokens.create({ scope: ["a"], file: "x" }); void shop.tokens.create(new URLSearchParams());`,
    ],
  ])("take %s", (_, code) => {
    expect(call(code)).toEqual([]);
  });

  it.each([
    ["no required header", `void shop.shapes.list([""], "", { json: {}, flag: "" });`],
    [
      "no required header among others",
      `void shop.shapes.list([""], "", { json: {}, flag: "" }, { headers: { "X-Count": 1 } });`,
    ],
    [
      "a header of another type",
      `void shop.shapes.list([""], "", { json: {}, flag: "" }, { headers: { "X-Tenant": "a", "X-Count": "1" } });`,
    ],
    [
      "no required header in params",
      `void client.GET("/shop/v1/shapes/{id}/{path}", { params: { path: { id: [""], path: "" }, query: { json: {}, flag: "" } } });`,
    ],
    [
      "a JSON parameter of another type",
      `void shop.shapes.list([""], "", { json: "{}", flag: "" }, { headers: { "X-Tenant": "a" } });`,
    ],
    ["a body of another media type than that of the call", `void shop.books.create({ file: "x" });`],
    [
      "a number for a file",
      `void shop.books.create({ file: 1 }, { headers: { "Content-Type": "multipart/form-data" } });`,
    ],
    [
      "a cookie",
      `void client.GET("/shop/v1/shapes/{id}/{path}", { params: { path: { id: [""], path: "" }, query: { json: {}, flag: "" }, header: { "X-Tenant": "a" }, cookie: { session: "" } } });`,
    ],
  ])("refuse %s", (_, code) => {
    expect(call(code)).not.toEqual([]);
  });

  it("show a required header in the example", () => {
    expect(service).toContain('{ headers: { "X-Tenant": "acme" } });');
    expect(service).toContain("In `headers`: `X-Tenant` (required), `X-Count`,");
  });
});

describe("The report", () => {
  it("says what is not sent as the document has it, and why", () => {
    const reasons = generated.fixes.map(
      ({ pointer, reason }) => `${pointer.split("~1").at(-1) ?? ""}: ${reason}`,
    );
    for (const expected of [
      "style: the path parameter `path` is written as `simple`: form is no style of its place",
      "schema: the query parameter `nested` has lists or objects within lists or objects, which its style cannot write",
      "content: the query parameter `xml` is text: the client writes no application/xml in a parameter",
      "the cookie parameter `session` is not sent: set `Cookie` in the headers of a call, where the platform lets you",
      "the header parameter `Accept` is left out: what the operation returns decides it",
      "requestBody: the body is left out: `fetch` sends none with GET",
      "X-Free: the header is not sent: the document does not fix its value",
      "picture: `style`, `explode` and `allowReserved` do not apply to the parts of a multipart body",
      "mixed: the body is passed as bytes: the client writes no multipart/mixed, but multipart/form-data",
      "xml: the body is passed as text or bytes: the client writes no application/xml",
      "octet-stream: taken for JSON, since it is an object or an array",
    ]) {
      expect(
        reasons.some((reason) => reason.endsWith(expected)),
        expected,
      ).toBe(true);
    }
  });

  it("is silent about requests that are sent as they are", async () => {
    const plain = `openapi: 3.0.3
info: { title: Shop, version: "1" }
paths:
  /shop/v1/books/{id}:
    get:
      operationId: getShopV1Book
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: tags, in: query, style: spaceDelimited, explode: false, schema: { type: array, items: { type: string } } }
        - { name: X-Tenant, in: header, schema: { type: string } }
      responses: { "204": { description: Done. } }
`;
    expect((await generateFrom({ name: "plain.yaml", text: plain })).fixes).toEqual([]);
  });
});
