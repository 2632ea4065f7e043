import { describe, expect, test } from "vitest";
import { ApiError, ConfluentError, ConnectionError } from "../../src/index.js";
import { connect } from "../support/client.js";
import { environment, newIntegration } from "../support/integrations.js";
import { rejection } from "../support/rejection.js";
import { serve, type Responder } from "../support/server.js";

const ended = { durationMs: expect.any(Number) as number, error: expect.any(String) as string };
const query = { environment };

describe("a ConnectionError is thrown for a connection", () => {
  const faults: [string, Responder, object][] = [
    ["that is reset before the headers", (_request, { socket }) => void socket?.resetAndDestroy(), {}],
    ["that ends before the headers", (_request, { socket }) => void socket?.end(), {}],
    ["that speaks no HTTP", (_request, { socket }) => void socket?.end("SSH-2.0-OpenSSH_9.6\r\n"), {}],
    [
      "that breaks within a body of known length",
      (_request, response) => {
        response.writeHead(200, { "Content-Length": "1000", "X-Request-Id": "r-1" });
        response.write('{"id":', () => response.destroy());
        return undefined;
      },
      { status: 200, requestId: "r-1" },
    ],
    [
      "that breaks within a body in chunks",
      (_request, response) => {
        response.writeHead(200, { "X-Request-Id": "r-1" });
        response.write('{"id":', () => response.destroy());
        return undefined;
      },
      { status: 200, requestId: "r-1" },
    ],
  ];

  test.each(faults)("%s", async (_, fault, attempt) => {
    const server = await serve(fault);
    const confluent = connect(server);
    const { host } = new URL(server.url);
    const calls = {
      getPimV1Integration: () => confluent.pim.v1.integrations.get("cspi-12345", query),
      createPimV1Integration: () => confluent.pim.v1.integrations.create(newIntegration),
      listPimV1Integrations: () => confluent.GET("/pim/v1/integrations", { params: { query } }),
    };
    for (const [operation, call] of Object.entries(calls)) {
      const error = await rejection(call(), ConnectionError);
      expect(error.message).toMatch(/^No complete response from /);
      expect(error.message).toContain(host);
      expect(error.message).toContain(`(${operation})`);
      expect(error.operation).toBe(operation);
      expect(error.attempts).toEqual([{ ...attempt, ...ended }]);
      expect(error.cause).toBeInstanceOf(Error);
      expect(error).not.toBeInstanceOf(ApiError);
      expect(error).toBeInstanceOf(ConfluentError);
    }
  });

  test("but not for one that breaks within the body of a failure, whose status is known", async () => {
    const server = await serve((_request, response) => {
      response.writeHead(500, { "Content-Length": "1000" });
      response.write('{"errors":', () => response.destroy());
      return undefined;
    });
    const confluent = connect(server);
    const call = confluent.pim.v1.integrations.get("cspi-12345", query);
    expect(await rejection(call, ApiError)).toMatchObject({ status: 500, attempts: [{ status: 500 }] });
    for (const parseAs of ["json", "stream"] as const) {
      const { error, response } = await confluent.GET("/pim/v1/integrations", { params: { query }, parseAs });
      expect([response.status, error === undefined]).toEqual([500, false]);
    }
  });

  test("that is refused, with the reason in its message and its cause", async () => {
    const server = await serve({});
    await server.close();
    const error = await rejection(
      connect(server).pim.v1.integrations.get("cspi-12345", query),
      ConnectionError,
    );
    expect(error.message).toContain("ECONNREFUSED");
    expect(error.attempts).toEqual([ended]);
    expect(error.cause).toBeInstanceOf(TypeError);
    expect(error.cause).toMatchObject({ cause: { code: "ECONNREFUSED" } });
  });

  test("that the caller's own `fetch` failed to make, with any error", async () => {
    const causes: Error[] = [
      new Error("tunnel closed"),
      "tunnel closed" as never,
      new Error("failed", { cause: new Error("tunnel closed") }),
    ];
    for (const cause of causes) {
      const confluent = connect({ url: "https://a.example" }, { fetch: () => Promise.reject(cause) });
      const error = await rejection(confluent.pim.v1.integrations.get("cspi-12345", query), ConnectionError);
      expect(error.message).toBe("No complete response from a.example: tunnel closed (getPimV1Integration)");
      expect(error.cause).toBe(cause);
    }
  });
});
