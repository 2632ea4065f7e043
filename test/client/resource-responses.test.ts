import { describe, expect, test } from "vitest";
import { ConnectionError, ResponseFormatError } from "../../src/index.js";
import { connect } from "../support/client.js";
import { environment, integration, newIntegration } from "../support/integrations.js";
import { rejection } from "../support/rejection.js";
import { serve, type Responder } from "../support/server.js";

describe("an answer is taken as real services send it", () => {
  test.each([
    ["fields that the document does not know", { owner: { id: "u-1" }, tags: ["a"] }],
    ["a provider in lower case", { provider: "aws" }],
    ["a provider that the document does not know", { provider: "ORACLE" }],
    ["a kind of config that the document does not know", { config: { kind: "OciConfig", tenancy: "t" } }],
    ["a URI that is none", { environment: { id: environment, related: "cloud" } }],
    ["empty strings for what is not set", { display_name: "", provider: "" }],
  ])("with %s", async (_, fields) => {
    const body = { ...integration(), ...fields };
    const server = await serve({ body });
    const result = await connect(server).pim.v1.integrations.get("cspi-12345", { environment });
    expect(result).toEqual(body);
  });

  test("as JSON under another content type, or none", async () => {
    for (const headers of [{ "Content-Type": "text/plain" }, {}]) {
      const server = await serve({ headers, body: JSON.stringify(integration()) });
      const result = await connect(server).pim.v1.integrations.get("cspi-12345", { environment });
      expect(result).toEqual(integration());
    }
  });

  test("in pieces", async () => {
    const server = await serve((_request, response) => {
      const text = JSON.stringify({ ...integration(), display_name: "日本" });
      for (const byte of Buffer.from(text)) response.write(Buffer.of(byte));
      response.end();
      return undefined;
    });
    const result = await connect(server).pim.v1.integrations.get("cspi-12345", { environment });
    expect(result.display_name).toBe("日本");
  });
});

describe("delete resolves to undefined", () => {
  test.each([
    ["204", { status: 204 }],
    ["200 without a body", { status: 200 }],
    ["200 with a JSON body", { status: 200, body: { id: "cspi-12345" } }],
    ["200 with HTML", { status: 200, headers: { "Content-Type": "text/html" }, body: "<p>gone</p>" }],
    ["202 with text", { status: 202, body: "accepted" }],
  ])("for a %s", async (_, answer) => {
    const server = await serve(answer);
    const result: unknown = await connect(server).pim.v1.integrations.delete("cspi-12345", { environment });
    expect(result).toBeUndefined();
  });
});

describe("a success that is none is a ResponseFormatError", () => {
  const empty = "without the body that the document promises";
  const chunkedEmpty: Responder = (_request, response) => {
    response.flushHeaders();
    response.end();
    return undefined;
  };
  test.each([
    ["an empty body", { headers: { "X-Request-Id": "r-1" } }, `200 ${empty}`],
    ["an empty body in chunks", chunkedEmpty, `200 ${empty}`],
    ["null for a body", { body: null }, `200 ${empty}`],
    ["a 204", { status: 204 }, `204 ${empty}`],
    [
      "HTML, as from a proxy's login page",
      { headers: { "Content-Type": "text/html" }, body: "<html>" },
      "200 with a body that is not JSON but text/html",
    ],
    ["text", { body: "OK" }, "200 with a body that is not JSON but no content type"],
    ["half a JSON document", { body: '{"id":' }, "200 with a body that is not JSON but no content type"],
  ])("for %s", async (_, answer, problem) => {
    const server = await serve(answer);
    const call = connect(server).pim.v1.integrations.get("cspi-12345", { environment });
    const error = await rejection(call, ResponseFormatError);
    expect(error.message).toBe(`${problem} (getPimV1Integration)`);
    expect(error.operation).toBe("getPimV1Integration");
    expect(error.attempts).toMatchObject([{ status: problem.startsWith("204") ? 204 : 200 }]);
  });

  test("which keeps what the parser threw as its cause", async () => {
    const server = await serve({ body: "OK" });
    const error = await rejection(
      connect(server).pim.v1.integrations.create(newIntegration),
      ResponseFormatError,
    );
    expect(error.cause).toBeInstanceOf(SyntaxError);
  });
});

test("a body that breaks off is a ConnectionError, not half a result", async () => {
  const server = await serve((_request, response) => {
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "1000" });
    response.write('{"id":"cspi-12345"}', () => response.destroy());
    return undefined;
  });
  const call = connect(server).pim.v1.integrations.get("cspi-12345", { environment });
  const error = await rejection(call, ConnectionError);
  expect(error.attempts).toMatchObject([{ status: 200 }]);
});
