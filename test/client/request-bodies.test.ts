import { describe, expect, test } from "vitest";
import { encodeBody } from "../../src/http/encode-body.js";
import { serializeMultipart } from "../../src/http/serialize-multipart.js";
import { bearerToken, createClient, type BodyFormats } from "../../src/index.js";
import { FORM, MULTIPART, sendBody, sentBody, type BodyClient } from "../support/send-body.js";
import { serve } from "../support/server.js";

describe("a JSON body may be", () => {
  test.each([
    ["a string", "hello", '"hello"'],
    ["a number", 5, "5"],
    ["false", false, "false"],
    ["an empty string", "", '""'],
  ])("%s", async (_, value, expected) => {
    expect(await sentBody({ body: "json", scalarBody: true }, value)).toEqual(["application/json", expected]);
  });

  test("null, where the document says so", async () => {
    expect(await sentBody({ body: "json", nullBody: true }, null)).toEqual(["application/json", "null"]);
    await expect(sendBody({ body: "json" }, null)).rejects.toThrow("the body is missing");
    expect(await sentBody({ body: "json", optionalBody: true }, null)).toEqual(["", ""]);
  });

  test("no scalar where the document has an object", async () => {
    await expect(sendBody({ body: "json" }, "hello")).rejects.toThrow(
      "createThing: the body must be an object, not a string",
    );
  });
});

describe("text and bytes", () => {
  test("are sent as they are, under the type of the document", async () => {
    expect(
      await sentBody({ body: { encode: encodeBody, formats: { "text/plain": "raw" } } }, "hello"),
    ).toEqual(["text/plain", "hello"]);
    expect(await sentBody({ body: { encode: encodeBody, formats: { "text/plain": "raw" } } }, 5)).toEqual([
      "text/plain",
      "5",
    ]);
    const bytes = new TextEncoder().encode("A");
    for (const value of [bytes, bytes.buffer, new Blob([bytes], { type: "image/gif" })]) {
      expect(
        await sentBody(
          { body: { encode: encodeBody, formats: { "application/octet-stream": "raw" } } },
          value,
        ),
      ).toEqual(["application/octet-stream", "A"]);
    }
  });

  test("of a range have the type of the Blob, or that of the headers", async () => {
    const formats: BodyFormats = { "image/*": "raw" };
    const body = { encode: encodeBody, formats };
    expect(await sentBody({ body }, new Blob(["A"], { type: "image/gif" }))).toEqual(["image/gif", "A"]);
    expect(await sentBody({ body }, new Uint8Array([65]), { "Content-Type": "image/png" })).toEqual([
      "image/png",
      "A",
    ]);
    await expect(sendBody({ body }, new Uint8Array([65]))).rejects.toThrow("pass a Blob with a type");
  });

  test("are no objects", async () => {
    await expect(
      sendBody({ body: { encode: encodeBody, formats: { "text/plain": "raw" } } }, { a: 1 }),
    ).rejects.toThrow("createThing: the body must be text or bytes of text/plain, not an object");
  });
});

describe("a body of several media types", () => {
  const formats: BodyFormats = {
    "application/vnd.a+json": "json",
    [MULTIPART]: { serialize: serializeMultipart },
    "text/csv": "raw",
    "image/png": "raw",
    "image/jpeg": "raw",
  };
  const body = { encode: encodeBody, formats };

  test("has the first unless the headers of the call name another", async () => {
    expect(await sentBody({ body }, { a: 1 })).toEqual(["application/vnd.a+json", '{"a":1}']);
    expect(await sentBody({ body }, "a,b", { "content-type": "text/csv; header=absent" })).toEqual([
      "text/csv; header=absent",
      "a,b",
    ]);
    const [type, text] = await sentBody({ body }, { a: 1 }, { "Content-Type": MULTIPART });
    expect(type).toBe(`${MULTIPART}; boundary=B`);
    expect(text).toContain('name="a"\r\n\r\n1');
    expect(await sentBody({ body }, { a: 1 }, { "Content-Type": "application/json" })).toEqual([
      "application/json",
      '{"a":1}',
    ]);
  });

  test("has the one of a Blob", async () => {
    expect(await sentBody({ body }, new Blob(["A"], { type: "image/jpeg" }))).toEqual(["image/jpeg", "A"]);
  });
});

test("a path method of an operation that is not known sends bytes and forms as they are, all else as JSON", async () => {
  const server = await serve({ status: 204 });
  const client = createClient({ baseUrl: server.url, auth: bearerToken("token") }) as unknown as BodyClient;
  for (const body of [
    new Blob(["A"], { type: "image/gif" }),
    new URLSearchParams({ a: "1" }),
    { a: 1 },
    "text",
  ]) {
    await client.POST("/things", { body });
  }
  await client.POST("/things", { body: "a,b", headers: { "Content-Type": "text/csv" } });
  expect(server.requests.map(({ headers, body }) => [headers["content-type"], body])).toEqual([
    ["image/gif", "A"],
    [`${FORM};charset=UTF-8`, "a=1"],
    ["application/json", '{"a":1}'],
    ["application/json", '"text"'],
    ["text/csv", "a,b"],
  ]);
});
