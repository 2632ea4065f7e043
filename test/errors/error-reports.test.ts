import { describe, expect, test } from "vitest";
import {
  ApiError,
  ConfigurationError,
  ConfluentError,
  ConnectionError,
  createClient,
} from "../../src/index.js";
import { connect } from "../support/client.js";
import { environment, newIntegration, page } from "../support/integrations.js";
import { rejection, thrown } from "../support/rejection.js";
import type { ScriptedResponse } from "../support/respond.js";
import { serve } from "../support/server.js";

const query = { environment };
const headers = { "X-Request-Id": "r-1" };

async function messageFor(answer: ScriptedResponse): Promise<string> {
  const server = await serve(answer);
  return (await rejection(connect(server).pim.v1.integrations.create(newIntegration), ApiError)).message;
}

describe("the message says what happened, where, under which request id and what to try", () => {
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

  test.each(cases)("%s", async (_, answer, expected) => {
    expect(await messageFor(answer)).toBe(expected);
  });
});

describe("an error as JSON", () => {
  test("has every field and the message, and neither headers nor body", async () => {
    const errors = [{ status: "429", detail: "slow down" }];
    const server = await serve([
      page(["a"], "2"),
      { status: 429, headers: { ...headers, "Retry-After": "7" }, body: { errors } },
    ]);
    const error = await rejection(connect(server).pim.v1.integrations.list(query).toArray(), ApiError);
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: "RateLimitError",
      message: "429 slow down (listPimV1Integrations, request id r-1)",
      operation: "listPimV1Integrations",
      attempts: [{ status: 429, requestId: "r-1", durationMs: expect.any(Number) as number }],
      status: 429,
      errors,
      requestId: "r-1",
      retryAfterMs: 7000,
      pageToken: "2",
    });
  });

  test("of a broken connection leaves out the cause, which others made", async () => {
    const server = await serve((_request, { socket }) => void socket?.destroy());
    const error = await rejection(
      connect(server).pim.v1.integrations.get("cspi-12345", query),
      ConnectionError,
    );
    expect(error.cause).toBeDefined();
    expect(Object.keys(JSON.parse(JSON.stringify(error)) as object).sort()).toEqual([
      "attempts",
      "message",
      "name",
      "operation",
    ]);
  });
});

describe("the stack", () => {
  test("begins with the error's own name and message", async () => {
    const server = await serve({ status: 404, headers });
    const error = await rejection(connect(server).pim.v1.integrations.get("cspi-12345", query), ApiError);
    expect(error.stack).toMatch(/^NotFoundError: 404 Not Found \(getPimV1Integration, request id r-1\)\n/);
    expect(String(error)).toBe(`NotFoundError: ${error.message}`);
  });

  // An error that names only the SDK's insides does not say which of a program's calls failed.
  test("names the caller's function, whichever way the call failed", async () => {
    const failed = await serve({ status: 500 });
    const broken = await serve((_request, { socket }) => void socket?.destroy());
    const notJson = await serve({ body: "<html>" });
    for (const server of [failed, broken, notJson]) {
      const confluent = connect(server);
      const callers = {
        async callerOfGet() {
          await confluent.pim.v1.integrations.get("cspi-12345", query);
        },
        async callerOfToArray() {
          await confluent.pim.v1.integrations.list(query).toArray();
        },
        async callerOfLoop() {
          for await (const item of confluent.pim.v1.integrations.list(query)) expect.unreachable(item.id);
        },
        async callerOfPaginate() {
          const list = confluent.paginate("/pim/v1/integrations", { params: { query } });
          for await (const item of list) expect.unreachable(item.id);
        },
      };
      for (const [name, call] of Object.entries(callers)) {
        const { stack } = await rejection(call(), ConfluentError);
        expect(stack).toMatch(new RegExp(`\\b${name} \\(`));
      }
    }
  });

  test("of a path method too", async () => {
    const server = await serve((_request, { socket }) => void socket?.destroy());
    const confluent = connect(server);
    async function callerOfPath(): Promise<void> {
      await confluent.GET("/pim/v1/integrations", { params: { query } });
    }
    expect((await rejection(callerOfPath(), ConnectionError)).stack).toContain("callerOfPath (");
  });

  test("of a refused option too", () => {
    function callerOfCreateClient(): void {
      createClient({ baseUrl: "nowhere" });
    }
    expect(thrown(callerOfCreateClient, ConfigurationError).stack).toContain("callerOfCreateClient (");
  });
});
