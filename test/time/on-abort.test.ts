import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { ConfigurationError, ConfluentError } from "../../src/index.js";
import { connect, type TestClient } from "../support/client.js";
import { processWarnings, settled } from "../support/process-warnings.js";
import { environment, integration, page } from "../support/integrations.js";
import { rejection } from "../support/rejection.js";
import { serve } from "../support/server.js";

const query = { environment };
const path = "/pim/v1/integrations/{id}";
const params = { path: { id: "cspi-12345" }, query };

function listeners(signal: AbortSignal): number {
  return getEventListeners(signal, "abort").length;
}

/** A signal may live as long as the program, and so would every listener that is left on it. */
describe("no listener is left on a caller's signal", () => {
  const ways: [string, (confluent: TestClient, signal: AbortSignal) => Promise<unknown>][] = [
    ["calls of a resource", ({ pim }, signal) => pim.v1.integrations.get("cspi-12345", query, { signal })],
    ["calls of a path", (confluent, signal) => confluent.GET(path, { params, signal })],
  ];

  test.each(ways)("after 200 %s, and there is one during each", async (_, call) => {
    const server = await serve({ body: integration() });
    const confluent = connect(server);
    const { signal } = new AbortController();
    for (let count = 0; count < 200; count++) {
      const result = call(confluent, signal);
      expect(listeners(signal)).toBe(1);
      await result;
    }
    expect(listeners(signal)).toBe(0);
  });

  test("after 200 concurrent calls, which print no warning", async () => {
    const seen = processWarnings();
    const server = await serve({ body: integration() });
    const confluent = connect(server);
    const { signal } = new AbortController();
    const results = Array.from({ length: 200 }, () =>
      confluent.pim.v1.integrations.get("cspi-1", query, { signal }),
    );
    // All calls share one: from the eleventh on Node would warn of a leak.
    expect(listeners(signal)).toBe(1);
    await Promise.all(results);
    expect(listeners(signal)).toBe(0);
    await settled();
    expect(seen).toEqual([]);
  });

  test("after a list has been read, and there is one while it is read", async () => {
    const pages = Array.from({ length: 20 }, (_, index) =>
      page([`item-${index}`], index < 19 ? `${index}` : undefined),
    );
    const server = await serve(pages);
    const { signal } = new AbortController();
    let most = 0;
    for await (const item of connect(server).pim.v1.integrations.list(query, { signal })) {
      expect(item.id).toMatch(/^item-/);
      most = Math.max(most, listeners(signal));
    }
    expect(most).toBe(1);
    expect(listeners(signal)).toBe(0);
  });

  test("after a list whose loop was left early", async () => {
    const server = await serve((_request, _response, index) => (index === 0 ? page(["a"], "2") : undefined));
    const { signal } = new AbortController();
    for await (const item of connect(server).pim.v1.integrations.list(query, { signal })) {
      expect(item.id).toBe("a");
      await server.received(2);
      break;
    }
    await server.requests[1]?.abandoned;
    expect(listeners(signal)).toBe(0);
  });

  test("after failures of every kind", async () => {
    const { signal } = new AbortController();
    const failed = connect(await serve({ status: 500 }));
    const broken = connect(await serve((_request, { socket }) => void socket?.destroy()));
    const notJson = connect(await serve({ body: "<html>" }));
    for (const confluent of [failed, broken, notJson]) {
      await rejection(confluent.pim.v1.integrations.get("cspi-12345", query, { signal }), ConfluentError);
      await rejection(confluent.pim.v1.integrations.list(query, { signal }).toArray(), ConfluentError);
    }
    await failed.GET(path, { params, signal });
    await rejection(failed.pim.v1.integrations.get("..", query, { signal }), ConfigurationError);
    expect(listeners(signal)).toBe(0);
  });

  test("after an abort", async () => {
    const server = await serve(() => undefined);
    const controller = new AbortController();
    const call = rejection(connect(server).pim.v1.integrations.get("cspi-12345", query, controller), Error);
    await server.received(1);
    controller.abort();
    await call;
    expect(listeners(controller.signal)).toBe(0);
  });
});

describe("the listener of a stream stays until the stream", () => {
  const options = (signal: AbortSignal) => ({ params, parseAs: "stream", signal }) as const;

  test("has been read to its end", async () => {
    const server = await serve({ body: "text" });
    const { signal } = new AbortController();
    const { data } = await connect(server).GET(path, options(signal));
    expect(listeners(signal)).toBe(1);
    expect(await new Response(data).text()).toBe("text");
    expect(listeners(signal)).toBe(0);
  });

  test("is cancelled", async () => {
    const server = await serve((_request, response) => void response.write("text"));
    const { signal } = new AbortController();
    const { data } = await connect(server).GET(path, options(signal));
    await data?.cancel();
    expect(listeners(signal)).toBe(0);
  });

  test("breaks", async () => {
    const server = await serve((_request, response) => void response.write("text", () => response.destroy()));
    const { signal } = new AbortController();
    const { data } = await connect(server).GET(path, options(signal));
    await rejection(new Response(data).text(), Error);
    expect(listeners(signal)).toBe(0);
  });

  test("and is not added for a failure, which is not streamed", async () => {
    const server = await serve({ status: 500, body: "text" });
    const { signal } = new AbortController();
    const { error } = await connect(server).GET(path, options(signal));
    expect(error).toBe("text");
    expect(listeners(signal)).toBe(0);
  });
});
