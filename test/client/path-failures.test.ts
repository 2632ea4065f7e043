import { describe, expect, test } from "vitest";
import { connect } from "../support/client.js";
import { environment } from "../support/integrations.js";
import type { ScriptedResponse } from "../support/respond.js";
import { serve, type Responder } from "../support/server.js";

const query = { environment };
const init = { params: { path: { id: "cspi-12345" }, query } };
const path = "/pim/v1/integrations/{id}";

describe("a path method never rejects for a status", () => {
  const statuses = [
    300, 304, 400, 401, 402, 403, 404, 405, 409, 410, 418, 422, 429, 451, 500, 501, 502, 503, 504, 599,
  ];
  test.each(statuses)("%d resolves to its error and response", async (status) => {
    const body = { errors: [{ status: String(status), detail: "no" }] };
    const server = await serve({ status, ...(status !== 304 && { body }) });
    const result = await connect(server).GET(path, init);
    expect(result.error).toMatchObject({ errors: [{ status: String(status) }] });
    expect(result).not.toHaveProperty("data");
    expect(result.response.status).toBe(status);
  });
});

describe("a failure without a body has an `error` all the same, made of its status", () => {
  const chunkedEmpty: Responder = (_request, response) => {
    response.statusCode = 429;
    response.flushHeaders();
    response.end();
    return undefined;
  };
  const expected = { errors: [{ status: "429", title: "Too Many Requests" }] };
  const answers: [string, ScriptedResponse | Responder][] = [
    ["Content-Length: 0", { status: 429, headers: { "Content-Length": "0" } }],
    ["an empty body in chunks", chunkedEmpty],
    ["the JSON body null", { status: 429, body: null }],
    ["the JSON body false", { status: 429, body: false }],
    ["an empty string as JSON", { status: 429, body: '""' }],
  ];

  test.each(answers)("%s", async (_, answer) => {
    const server = await serve(answer);
    const { error, data } = await connect(server).GET(path, init);
    expect(error).toEqual(expected);
    expect(data).toBeUndefined();
  });

  test("HEAD, which never has one", async () => {
    const server = await serve({ status: 429, headers: { "Content-Length": "42" } });
    const { error } = await connect(server).HEAD("/pim/v1/integrations", { params: { query } });
    expect(error).toEqual(expected);
  });

  test("DELETE and POST alike", async () => {
    const server = await serve({ status: 429 });
    const confluent = connect(server);
    expect((await confluent.DELETE(path, init)).error).toEqual(expected);
    expect((await confluent.POST("/pim/v1/integrations", { body: {} as never })).error).toEqual(expected);
  });

  test("under a status that has no name", async () => {
    const server = await serve((_request, { socket }) => {
      socket?.end("HTTP/1.1 499 \r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
      return undefined;
    });
    const { error } = await connect(server).GET(path, init);
    expect(error).toEqual({ errors: [{ status: "499", title: "No reason given" }] });
  });
});

describe("a failure with a body has it as `error`", () => {
  test.each([
    ["HTML as text", "<html><h1>502</h1></html>", "<html><h1>502</h1></html>"],
    ["text as text", "upstream connect error", "upstream connect error"],
    [
      "JSON of another shape as it is",
      { error_code: 404, message: "gone" },
      { error_code: 404, message: "gone" },
    ],
    ["half a JSON document as text", '{"errors":[', '{"errors":['],
  ])("%s", async (_, body, expected) => {
    const server = await serve({ status: 502, body });
    const { error } = await connect(server).GET(path, init);
    expect(error).toEqual(expected);
  });

  test("even where the call asked for another form of a success", async () => {
    const server = await serve({ status: 404, body: { errors: [{ detail: "gone" }] } });
    for (const parseAs of ["text", "blob", "arrayBuffer", "stream"] as const) {
      const { error } = await connect(server).GET(path, { ...init, parseAs });
      expect(error).toEqual({ errors: [{ detail: "gone" }] });
    }
  });
});
