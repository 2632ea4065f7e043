import { describe, expect, test } from "vitest";
import { encodeBody } from "../../src/http/encode-body.js";
import { serializeForm } from "../../src/http/serialize-form.js";
import { serializeMultipart } from "../../src/http/serialize-multipart.js";
import { serializeStyledForm } from "../../src/http/styled-form.js";
import { bearerToken, createClient, type BodyFormats, type FormFields } from "../../src/index.js";
import { FORM, MULTIPART, sendBody, sentBody, type BodyClient } from "../support/send-body.js";
import { serve } from "../support/server.js";

describe("a form", () => {
  const form = (
    fields: FormFields,
    value: object,
  ): Promise<readonly [string | undefined, string | undefined]> =>
    sentBody(
      { body: { encode: encodeBody, formats: { [FORM]: { serialize: serializeStyledForm, fields } } } },
      value,
    );

  test.each<[string, FormFields, object, string]>([
    ["lists as repeated names", {}, { scope: ["a", "b c"], empty: [] }, "scope=a&scope=b+c"],
    ["objects as JSON", {}, { claims: { k: "v" } }, "claims=%7B%22k%22%3A%22v%22%7D"],
    [
      "lists of objects as JSON, one by one",
      {},
      { all: [{ k: 1 }, { k: 2 }] },
      "all=%7B%22k%22%3A1%7D&all=%7B%22k%22%3A2%7D",
    ],
    ["nothing for null and undefined", {}, { a: null, b: undefined, c: "" }, "c="],
    ["lists with commas", { a: { explode: false } }, { a: ["x", "y"] }, "a=x,y"],
    ["lists with bars", { a: { style: "pipeDelimited" } }, { a: ["x", "y"] }, "a=x%7Cy"],
    ["objects by their keys", { a: { style: "deepObject" } }, { a: { k: "v" } }, "a[k]=v"],
    ["objects as fields", { a: { style: "form" } }, { a: { k: "v" } }, "k=v"],
    ["whole lists as JSON", { a: { contentType: "application/json" } }, { a: ["x"] }, "a=%5B%22x%22%5D"],
    ["reserved characters", { a: { allowReserved: true } }, { a: "x/y&z" }, "a=x/y%26z"],
  ])("has %s", async (_, fields, value, expected) => {
    expect(await form(fields, value)).toEqual([FORM, expected]);
  });

  test("that is a URLSearchParams stays as it is", async () => {
    const params = new URLSearchParams([
      ["a", "1"],
      ["a", "b c"],
    ]);
    expect(await form({}, params)).toEqual([`${FORM};charset=UTF-8`, "a=1&a=b+c"]);
  });

  test("is an object", async () => {
    const body = { encode: encodeBody, formats: { [FORM]: { serialize: serializeForm } } };
    await expect(sendBody({ body }, "a=1")).rejects.toThrow("the body must be an object, not a string");
  });
});

describe("a multipart form", () => {
  const fields: FormFields = {
    meta: { contentType: "application/json", headers: { "X-Kind": "meta" } },
    picture: { contentType: "image/png, image/jpeg" },
    csv: { contentType: "text/csv" },
  };
  const formats: BodyFormats = { [MULTIPART]: { serialize: serializeMultipart, fields } };
  const body = { encode: encodeBody, formats };
  const part = (name: string, content: string, ...headers: readonly string[]): string =>
    [`--B\r\nContent-Disposition: form-data; name="${name}"`, ...headers]
      .join("\r\n")
      .replace('"\r\n; ', '"; ') + `\r\n\r\n${content}\r\n`;

  test.each<[string, object, string]>([
    ["text", { a: "x", n: 5, b: false }, part("a", "x") + part("n", "5") + part("b", "false")],
    ["an object as JSON", { a: { k: "v" } }, part("a", '{"k":"v"}', "Content-Type: application/json")],
    [
      "the type and headers of the document",
      { meta: ["x"] },
      part("meta", '["x"]', "Content-Type: application/json", "X-Kind: meta"),
    ],
    [
      "a string as JSON where the document says so",
      { meta: "x" },
      part("meta", '"x"', "Content-Type: application/json", "X-Kind: meta"),
    ],
    ["text in a type", { csv: "a,b" }, part("csv", "a,b", "Content-Type: text/csv")],
    ["lists part by part", { a: ["x", "y"] }, part("a", "x") + part("a", "y")],
    ["nothing for null and undefined", { a: null, b: undefined, c: [null] }, ""],
    [
      "bytes",
      { a: new Uint8Array([65]) },
      part("a", "A", '; filename="blob"', "Content-Type: application/octet-stream"),
    ],
    [
      "a file with its name and type",
      { a: new File(["x"], 'a"\n.txt', { type: "text/plain" }) },
      part("a", "x", '; filename="a%22%0A.txt"', "Content-Type: text/plain"),
    ],
    [
      "a file in one of the declared types",
      { picture: new Blob(["x"], { type: "image/jpeg" }) },
      part("picture", "x", '; filename="blob"', "Content-Type: image/jpeg"),
    ],
    [
      "a file in the declared type",
      { picture: new Blob(["x"]) },
      part("picture", "x", '; filename="blob"', "Content-Type: image/png"),
    ],
  ])("has %s", async (_, value, expected) => {
    expect(await sentBody({ body }, value)).toEqual([`${MULTIPART}; boundary=B`, `${expected}--B--\r\n`]);
  });

  test("can be read by a server as what it is", async () => {
    const blob = serializeMultipart({ 'a"b': "é\n", file: new File(["x"], "ü.txt"), meta: { k: 1 } }, {});
    const form = await new Response(blob).formData();
    expect(form.get('a"b')).toBe("é\n");
    const file = form.get("file") as File;
    expect([file.name, await file.text()]).toEqual(["ü.txt", "x"]);
    expect(form.get("meta")).toBe('{"k":1}');
  });

  test("that is a FormData stays as it is, with its own boundary", async () => {
    const form = new FormData();
    form.set("a", "1");
    for (const headers of [undefined, { "content-type": MULTIPART }]) {
      const request = await sendBody({ body }, form, headers);
      expect(request?.headers["content-type"]).toBe(`${MULTIPART}; boundary=B`);
      expect(request?.body).toContain('name="a"');
    }
  });

  test("has no object in another type than JSON", async () => {
    await expect(sendBody({ body }, { csv: { a: 1 } })).rejects.toThrow(
      "the field `csv` is text/csv: pass it as text or as a file",
    );
  });

  test("is sent again as it was", async () => {
    const server = await serve([{ status: 503 }, { status: 204 }]);
    const create = { id: "putThing", method: "PUT", path: "/things", successes: { 204: [] }, body } as const;
    const api = { operations: { thing: { create } } };
    const retry = { baseDelayMs: 0 };
    const client = createClient({
      api,
      baseUrl: server.url,
      auth: bearerToken("token"),
      retry,
    }) as unknown as BodyClient;
    await client.thing.create({ a: "x" });
    const [first, second] = server.requests;
    expect(second?.body).toBe(first?.body);
    expect(second?.headers["content-type"]).toBe(first?.headers["content-type"]);
  });
});
