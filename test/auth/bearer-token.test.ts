import { describe, expect, test } from "vitest";
import { bearerToken, ConfigurationError } from "../../src/index.js";
import { connect } from "../support/client.js";
import { environment, integration, page } from "../support/integrations.js";
import { rejection } from "../support/rejection.js";
import { serve } from "../support/server.js";

const query = { environment };

describe("bearerToken", () => {
  test.each([
    ["a string", () => bearerToken("token-1")],
    ["what a function returns", () => bearerToken(() => "token-1")],
    ["what a function promises", () => bearerToken(() => Promise.resolve("token-1"))],
  ])("sends %s", async (_, auth) => {
    const server = await serve({ body: integration() });
    await connect(server, { auth: auth() }).pim.v1.integrations.get("cspi-12345", query);
    expect(server.requests[0]?.headers.authorization).toBe("Bearer token-1");
  });

  test("calls the callback for every request, including those for later pages", async () => {
    const server = await serve([page(["a"], "2"), page(["b"]), { body: integration() }]);
    let calls = 0;
    const confluent = connect(server, { auth: bearerToken(() => `token-${++calls}`) });
    await confluent.pim.v1.integrations.list(query).toArray();
    await confluent.pim.v1.integrations.get("cspi-12345", query);
    const sent = server.requests.map(({ headers }) => headers.authorization);
    expect(sent).toEqual(["Bearer token-1", "Bearer token-2", "Bearer token-3"]);
  });

  test("rejects with what the callback throws, and sends nothing", async () => {
    const server = await serve({ body: integration() });
    const reason = new Error("the vault is sealed");
    const callbacks = [
      () => Promise.reject(reason),
      () => {
        throw reason;
      },
    ];
    for (const callback of callbacks) {
      const confluent = connect(server, { auth: bearerToken(callback) });
      expect(await rejection(confluent.pim.v1.integrations.get("cspi-12345", query), Error)).toBe(reason);
      const init = { params: { path: { id: "cspi-12345" }, query } };
      expect(await rejection(confluent.GET("/pim/v1/integrations/{id}", init), Error)).toBe(reason);
    }
    expect(server.requests).toEqual([]);
  });

  test.each([
    ["nothing", undefined],
    ["an empty string", ""],
    ["a number", 42],
    ["a token with a line break at its end", "token-1\n"],
  ])("refuses %s from the callback, and sends nothing", async (_, token) => {
    const server = await serve({ body: integration() });
    const confluent = connect(server, { auth: bearerToken(() => token as never) });
    const call = confluent.pim.v1.integrations.get("cspi-12345", query);
    const { message } = await rejection(call, ConfigurationError);
    expect(message).toContain("the token that the callback returned");
    expect(message).not.toContain("token-1");
    expect(server.requests).toEqual([]);
  });

  test("passes the callback a signal that aborts with the call", async () => {
    const server = await serve({ body: integration() });
    const controller = new AbortController();
    const auth = bearerToken(({ signal }) => {
      controller.abort(new Error("changed my mind"));
      signal.throwIfAborted();
      return "token-1";
    });
    const call = connect(server, { auth }).pim.v1.integrations.get("cspi-12345", query, {
      signal: controller.signal,
    });
    expect(await rejection(call, Error)).toBe(controller.signal.reason);
    expect(server.requests).toEqual([]);
  });
});
