import { describe, expect, test } from "vitest";
import { openHarness } from "../support/harness/harness.js";

describe("a middleware of openapi-fetch", () => {
  test("runs once for a call, around all its attempts", async () => {
    const log: string[] = [];
    const { confluent, run, ...harness } = await openHarness({
      fetch: async (request, init) => {
        log.push(`fetch > ${request.headers.get("authorization") ?? "no credentials"}`);
        const response = await fetch(request, init);
        log.push(`fetch < ${response.status}`);
        return response;
      },
    });
    confluent.use({
      onRequest: ({ schemaPath }) => void log.push(`middleware > ${schemaPath}`),
      onResponse: ({ response }) => void log.push(`middleware < ${response.status}`),
    });
    harness.respondWith([{ status: 500 }, { status: 503 }]);
    await run(confluent.things.get("a"));
    expect(log).toEqual([
      "middleware > /things/{id}",
      "fetch > Bearer token",
      "fetch < 500",
      "fetch > Bearer token",
      "fetch < 503",
      "fetch > Bearer token",
      "fetch < 200",
      "middleware < 200",
    ]);
  });

  test("may respond in place of the service", async () => {
    const { confluent, run, sentAt } = await openHarness();
    confluent.use({ onRequest: () => Response.json({ id: "cached" }) });
    expect(await run(confluent.things.get("a"))).toEqual({ id: "cached" });
    expect(sentAt).toEqual([]);
  });

  test("sees the error of a call, and may replace it with a response", async () => {
    const seen: string[] = [];
    const { confluent, run, ...harness } = await openHarness({ retry: false });
    confluent.use({
      onError: ({ error }) => {
        seen.push((error as Error).name);
        return Response.json({ id: "stale" });
      },
    });
    harness.respondWith(["reset"]);
    expect(await run(confluent.things.get("a"))).toEqual({ id: "stale" });
    expect(seen).toEqual(["ConnectionError"]);
  });

  test("ends the call with what it throws, without a retry", async () => {
    const fault = new Error("a bug in the middleware");
    const { confluent, run, sentAt, clock } = await openHarness({ totalTimeoutMs: 10_000 });
    confluent.use({
      onResponse: () => {
        throw fault;
      },
    });
    await expect(run(confluent.things.get("a"))).rejects.toBe(fault);
    expect(sentAt).toHaveLength(1);
    expect(clock.timers).toBe(0);
  });

  test("that never settles ends with the total timeout", async () => {
    const { confluent, run } = await openHarness({ totalTimeoutMs: 10_000 });
    confluent.use({ onRequest: () => new Promise(() => undefined) });
    await expect(run(confluent.things.get("a"))).rejects.toMatchObject({
      name: "TimeoutError",
      attempts: [],
    });
  });
});
