import { describe, expect, test } from "vitest";
import {
  ApiError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  ConfluentError,
  NotFoundError,
  PermissionDeniedError,
  QuotaExceededError,
  RateLimitError,
  ServerError,
  UnprocessableEntityError,
} from "../../src/index.js";
import { connect } from "../support/client.js";
import { environment, newIntegration } from "../support/integrations.js";
import { rejection } from "../support/rejection.js";
import type { ScriptedResponse } from "../support/respond.js";
import { serve } from "../support/server.js";

const classes = [
  [400, BadRequestError],
  [401, AuthenticationError],
  [402, QuotaExceededError],
  [403, PermissionDeniedError],
  [404, NotFoundError],
  [405, ApiError],
  [409, ConflictError],
  [418, ApiError],
  [422, UnprocessableEntityError],
  [429, RateLimitError],
  [451, ApiError],
  [500, ServerError],
  [501, ServerError],
  [502, ServerError],
  [503, ServerError],
  [504, ServerError],
  [599, ServerError],
  [304, ApiError],
] as const;

const headers = { "X-Request-Id": "r-1" };

async function messageFor(scripted: ScriptedResponse): Promise<string> {
  const server = await serve(scripted);
  return (await rejection(connect(server).pim.v1.integrations.create(newIntegration), ApiError)).message;
}

describe("a failed response is an error in the class of its status", () => {
  test.each(classes)("%d", async (status, errorClass) => {
    const server = await serve({ status, headers: { "X-Request-Id": "r-1" } });
    const { integrations } = connect(server).pim.v1;
    const calls = {
      listPimV1Integrations: () => integrations.list({ environment }).toArray(),
      getPimV1Integration: () => integrations.get("cspi-12345", { environment }),
      createPimV1Integration: () => integrations.create(newIntegration),
      deletePimV1Integration: () => integrations.delete("cspi-12345", { environment }),
    };
    for (const [operation, call] of Object.entries(calls)) {
      const error = await rejection(call(), ApiError);
      // The class itself, not one above it.
      expect(error.constructor).toBe(errorClass);
      expect(error).toBeInstanceOf(ConfluentError);
      expect(error.name).toBe(errorClass.name);
      expect(error).toMatchObject({ status, operation, requestId: "r-1" });
    }
  });
});

describe("an ApiError", () => {
  const errors = [
    {
      id: "e-1",
      status: "409",
      code: "resource_already_exists",
      title: "Conflict",
      detail: "The role is in use.",
      source: { pointer: "/config/customer_iam_role_arn" },
    },
    { status: "409", detail: "And so is the name.", source: { parameter: "display_name" } },
  ];

  test("has the reported problems, the request id, the body and the headers", async () => {
    const headers = { "X-Request-Id": "r-1", Location: "/pim/v1/integrations/cspi-99999" };
    const server = await serve({ status: 409, headers, body: { errors, more: true } });
    const error = await rejection(connect(server).pim.v1.integrations.create(newIntegration), ConflictError);
    expect(error.status).toBe(409);
    expect(error.errors).toEqual(errors);
    expect(error.requestId).toBe("r-1");
    expect(error.body).toEqual({ errors, more: true });
    expect(error.headers.get("location")).toBe("/pim/v1/integrations/cspi-99999");
    expect(error).not.toHaveProperty("retryAfterMs");
    expect(error).not.toHaveProperty("pageToken");
  });

  test("lists the attempts", async () => {
    const server = await serve({ status: 503, headers: { "X-Request-Id": "r-1" } });
    const call = connect(server).pim.v1.integrations.get("cspi-12345", { environment });
    const { attempts } = await rejection(call, ServerError);
    expect(attempts).toEqual([{ status: 503, requestId: "r-1", durationMs: expect.any(Number) as number }]);
    expect(attempts[0]?.durationMs).toBeGreaterThanOrEqual(0);
    expect(attempts).toHaveLength(server.requests.length);
  });

  test("has no request id when the service sends none", async () => {
    const server = await serve({ status: 500 });
    const call = connect(server).pim.v1.integrations.get("cspi-12345", { environment });
    const error = await rejection(call, ServerError);
    expect(error).not.toHaveProperty("requestId");
    expect(error.attempts[0]).not.toHaveProperty("requestId");
  });
});

describe("the message has the problem, the operation, the request id and a hint", () => {
  const where = "(createPimV1Integration, request id r-1)";
  const detail = { title: "Too many", detail: "100 integrations are there" };
  const cases: [string, ScriptedResponse, string][] = [
    [
      "title and detail",
      { status: 400, headers, body: { errors: [detail] } },
      `400 Too many: 100 integrations are there ${where}`,
    ],
    [
      "every error, with the part of the request at fault",
      {
        status: 422,
        headers,
        body: {
          errors: [
            { detail: "too long", source: { pointer: "/display_name" } },
            { detail: "unknown", source: { parameter: "provider" } },
          ],
        },
      },
      `422 too long [/display_name]; unknown [provider] ${where}`,
    ],
    [
      "what the service suggests",
      { status: 400, headers, body: { errors: [{ detail: "d", resolution: "wait a day" }] } },
      `400 d (wait a day) ${where}`,
    ],
    [
      "the code where there is nothing else",
      { status: 409, headers, body: { errors: [{ code: "c" }] } },
      `409 c ${where}`,
    ],
    ["the status's name for an empty body", { status: 429, headers }, `429 Too Many Requests ${where}`],
    ["the status's name for HTML", { status: 502, headers, body: "<html>" }, `502 Bad Gateway ${where}`],
    ["the operation alone without a request id", { status: 404 }, "404 Not Found (createPimV1Integration)"],
    [
      "what to try for a 401",
      { status: 401, headers },
      `401 Unauthorized ${where} — check that the credentials are for this API and have not expired; a new Cloud API key can take minutes to work`,
    ],
    [
      "what to try for a 402",
      { status: 402, headers },
      `402 Payment Required ${where} — delete unused resources, or ask Confluent to raise the quota`,
    ],
    [
      "what to try for a 403",
      { status: 403, headers },
      `403 Forbidden ${where} — check the role bindings of the owner of the credentials, and that the resource exists`,
    ],
  ];

  test.each(cases)("%s", async (_, scripted, expected) => {
    expect(await messageFor(scripted)).toBe(expected);
  });
});
