import { describe, expect, test } from "vitest";
import { ConnectionError, ResponseFormatError } from "../../src/index.js";
import { connect } from "../support/client.js";
import { environment, integration, newIntegration } from "../support/integrations.js";
import { rejection } from "../support/rejection.js";
import type { CompleteResponse } from "../support/respond.js";
import { serve, type Responder } from "../support/server.js";

describe("a response is accepted as real services send it", () => {
  test.each([
    ["fields that the document does not know", { owner: { id: "u-1" }, tags: ["a"] }],
    ["a provider in lower case", { provider: "aws" }],
    ["a provider that the document does not know", { provider: "ORACLE" }],
    ["a kind of config that the document does not know", { config: { kind: "OciConfig", tenancy: "t" } }],
    ["a URI that is not one", { environment: { id: environment, related: "cloud" } }],
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

  test("in single bytes", async () => {
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
  ])("for a %s", async (_, response) => {
    const server = await serve(response);
    const result: unknown = await connect(server).pim.v1.integrations.delete("cspi-12345", { environment });
    expect(result).toBeUndefined();
  });

  test.each([
    [
      "HTML",
      { headers: { "Content-Type": "text/html" }, body: "<title>Sign in</title>" },
      "JSON but text/html",
    ],
    [
      "text",
      { status: 202, headers: { "Content-Type": "text/plain" }, body: "accepted" },
      "JSON but text/plain",
    ],
    ["JSON that breaks off", { headers: { "Content-Type": "application/json" }, body: "{" }, "valid JSON"],
    ["a body of no type", { body: "gone" }, "JSON but no content type"],
  ])("but not for %s, by a path neither", async (_, response: CompleteResponse, what) => {
    const server = await serve({ ...response, headers: { ...response.headers, "X-Request-Id": "r-1" } });
    const confluent = connect(server);
    const init = { params: { path: { id: "cspi-12345" }, query: { environment } } };
    const calls = [
      () => confluent.pim.v1.integrations.delete("cspi-12345", { environment }),
      () => confluent.DELETE("/pim/v1/integrations/{id}", init),
    ];
    for (const call of calls) {
      const error = await rejection(call(), ResponseFormatError);
      expect(error.message).toContain(`with a body that is not ${what}`);
      expect(error).toMatchObject({ status: response.status ?? 200, requestId: "r-1", maybeApplied: true });
    }
  });
});

describe("another JSON than the document promises is a ResponseFormatError, on resources and paths", () => {
  const list = { kind: "IntegrationList", metadata: {}, data: [] };
  const init = { params: { path: { id: "cspi-12345" }, query: { environment } } };
  test.each([
    ["a list", list, "with a list in place of an object"],
    ["an array", [], "with a list in place of an object"],
    ["a string", '"OK"', "with a string in place of an object"],
    ["a number", 0, "with a number in place of an object"],
  ])("%s in place of an object", async (_, body, problem) => {
    const server = await serve({ body, headers: { "X-Request-Id": "r-1" } });
    const confluent = connect(server);
    const reads = [
      () => confluent.pim.v1.integrations.get("cspi-12345", { environment }),
      () => confluent.GET("/pim/v1/integrations/{id}", init),
    ];
    for (const call of reads) {
      const error = await rejection(call(), ResponseFormatError);
      expect(error.message).toBe(`200 ${problem} (getPimV1Integration)`);
      expect(error).toMatchObject({ status: 200, requestId: "r-1" });
      expect(error).not.toHaveProperty("maybeApplied");
    }
    const writes = [
      () => confluent.pim.v1.integrations.create(newIntegration),
      () => confluent.POST("/pim/v1/integrations", { body: newIntegration }),
    ];
    for (const call of writes) {
      expect(await rejection(call(), ResponseFormatError)).toMatchObject({ maybeApplied: true });
    }
  });

  test.each([
    ["an object", integration()],
    ["an array", []],
  ])("%s in place of a page", async (_, body) => {
    const confluent = connect(await serve({ body }));
    const calls = [
      () => confluent.pim.v1.integrations.list({ environment }).toArray(),
      () => confluent.GET("/pim/v1/integrations", { params: { query: { environment } } }),
      () => confluent.paginate("/pim/v1/integrations", { params: { query: { environment } } }).toArray(),
    ];
    for (const call of calls) {
      const { message } = await rejection(call(), ResponseFormatError);
      expect(message).toBe("200 without the array `data` that a list has (listPimV1Integrations)");
    }
  });

  test("but a path that the document does not have may return anything", async () => {
    const confluent = connect(await serve({ body: [1] }));
    expect(await confluent.GET("/other" as never, undefined as never)).toMatchObject({ data: [1] });
  });
});

describe("a success that violates the document is a ResponseFormatError", () => {
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
      "HTML, such as a proxy's login page",
      { headers: { "Content-Type": "text/html" }, body: "<html>" },
      "200 with a body that is not JSON but text/html",
    ],
    ["text", { body: "OK" }, "200 with a body that is not JSON but no content type"],
    ["incomplete JSON", { body: '{"id":' }, "200 with a body that is not JSON but no content type"],
  ])("for %s", async (_, response, problem) => {
    const server = await serve(response);
    const call = connect(server).pim.v1.integrations.get("cspi-12345", { environment });
    const error = await rejection(call, ResponseFormatError);
    expect(error.message).toBe(`${problem} (getPimV1Integration)`);
    expect(error.operation).toBe("getPimV1Integration");
    expect(error.attempts).toMatchObject([{ status: problem.startsWith("204") ? 204 : 200 }]);
  });

  test("with the error of the parser as its cause", async () => {
    const server = await serve({ body: "OK" });
    const error = await rejection(
      connect(server).pim.v1.integrations.create(newIntegration),
      ResponseFormatError,
    );
    expect(error.cause).toBeInstanceOf(SyntaxError);
  });
});

test("a body that breaks before its end is a ConnectionError, not a partial result", async () => {
  const server = await serve((_request, response) => {
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "1000" });
    response.write('{"id":"cspi-12345"}', () => response.destroy());
    return undefined;
  });
  const call = connect(server).pim.v1.integrations.get("cspi-12345", { environment });
  const error = await rejection(call, ConnectionError);
  expect(error.attempts).toMatchObject([{ status: 200 }]);
});
