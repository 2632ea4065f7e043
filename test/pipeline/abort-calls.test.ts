import { describe, expect, test } from "vitest";
import { bearerToken } from "../../src/index.js";
import { connect, type TestClient } from "../support/client.js";
import { environment, integration, newIntegration } from "../support/integrations.js";
import { rejection } from "../support/rejection.js";
import { serve } from "../support/server.js";

const query = { environment };
const path = "/pim/v1/integrations/{id}";

/** Every way to make a call. */
const calls: [string, (confluent: TestClient, signal: AbortSignal) => Promise<unknown>][] = [
  ["get", ({ pim }, signal) => pim.v1.integrations.get("cspi-12345", query, { signal })],
  ["create", ({ pim }, signal) => pim.v1.integrations.create(newIntegration, { signal })],
  ["delete", ({ pim }, signal) => pim.v1.integrations.delete("cspi-12345", query, { signal })],
  ["list", ({ pim }, signal) => pim.v1.integrations.list(query, { signal }).toArray()],
  ["GET", (client, signal) => client.GET(path, { params: { path: { id: "cspi-12345" }, query }, signal })],
  ["HEAD", (client, signal) => client.HEAD("/pim/v1/integrations", { params: { query }, signal })],
  [
    "paginate",
    (client, signal) => client.paginate("/pim/v1/integrations", { params: { query }, signal }).toArray(),
  ],
];

describe.each(calls)("aborting %s", (_, call) => {
  test("before the call sends nothing, asks for no token, and rejects with the signal's own reason", async () => {
    const server = await serve({ body: integration() });
    let asked = 0;
    const confluent = connect(server, { auth: bearerToken(() => `token-${++asked}`) });
    for (const reason of [new Error("no"), { not: "an error" }, "text"]) {
      const rejected = call(confluent, AbortSignal.abort(reason)).then(
        () => expect.unreachable(),
        (error: unknown) => error,
      );
      expect(await rejected).toBe(reason);
    }
    // Without a reason it is the platform's AbortError.
    expect(await rejection(call(confluent, AbortSignal.abort()), DOMException)).toMatchObject({
      name: "AbortError",
    });
    expect(asked).toBe(0);
    expect(server.requests).toEqual([]);
  });

  test("before the headers reaches the server, and rejects with the signal's own reason", async () => {
    const server = await serve(() => undefined);
    const controller = new AbortController();
    const rejected = rejection(call(connect(server), controller.signal), Error);
    const request = await server.received(1);
    const reason = new Error("cancelled");
    controller.abort(reason);
    expect(await rejected).toBe(reason);
    await request.abandoned;
    expect(server.requests).toHaveLength(1);
  });
});

// The response to a HEAD has no body.
const callsWithBody = calls.filter(([name]) => name !== "HEAD");

test.each(callsWithBody)(
  "aborting %s within the body reaches the server, and rejects with the signal's own reason",
  async (_, call) => {
    const controller = new AbortController();
    const reason = new Error("cancelled");
    const server = await serve((_request, response) => {
      response.writeHead(200, { "Content-Type": "application/json" });
      response.write('{"id":');
      return undefined;
    });
    // The headers have arrived once fetch resolves: only then is the abort within the body.
    const fetch = async (request: Request, init?: RequestInit): Promise<Response> => {
      const response = await globalThis.fetch(request, init);
      queueMicrotask(() => controller.abort(reason));
      return response;
    };
    expect(await rejection(call(connect(server, { fetch }), controller.signal), Error)).toBe(reason);
    await server.requests[0]?.abandoned;
  },
);

test("aborting a call while its token is fetched sends nothing", async () => {
  const server = await serve({ body: integration() });
  const controller = new AbortController();
  const auth = bearerToken(({ signal }) => {
    const token = new Promise<string>((_resolve, reject) => {
      signal.addEventListener("abort", () => reject(new Error("the callback's own error")));
    });
    controller.abort(new Error("cancelled"));
    return token;
  });
  const call = connect(server, { auth }).pim.v1.integrations.get("cspi-12345", query, controller);
  expect(await rejection(call, Error)).toBe(controller.signal.reason);
  expect(server.requests).toEqual([]);
});

test("a signal still aborts one call after another call with it has ended", async () => {
  const server = await serve((_request, _response, index) =>
    index === 0 ? undefined : { body: integration() },
  );
  const confluent = connect(server);
  const controller = new AbortController();
  const aborted = rejection(confluent.pim.v1.integrations.get("cspi-1", query, controller), Error);
  await server.received(1);
  await confluent.pim.v1.integrations.get("cspi-2", query, controller);
  controller.abort(new Error("cancelled"));
  expect(await aborted).toBe(controller.signal.reason);
});

test("aborting one call does not affect the others", async () => {
  const server = await serve((_request, response, index) => {
    if (index === 1) response.end(JSON.stringify(integration()));
    return undefined;
  });
  const confluent = connect(server);
  const controller = new AbortController();
  const aborted = rejection(confluent.pim.v1.integrations.get("cspi-1", query, controller), Error);
  await server.received(1);
  const other = confluent.pim.v1.integrations.get("cspi-2", query);
  await server.received(2);
  controller.abort(new Error("cancelled"));
  expect(await aborted).toBe(controller.signal.reason);
  expect((await other).id).toBe("cspi-12345");
});
