import { describe, expect, test } from "vitest";
import { bearerToken, type ClientOptions, type FetchLayer } from "../../src/index.js";
import { openHarness } from "../support/harness/harness.js";

/** Notes when a layer is entered and left, and with which credentials. */
function noting(name: string, notes: string[]): FetchLayer {
  return (next) => async (request, init) => {
    notes.push(`${name} > ${request.headers.get("authorization") ?? "no credentials"}`);
    const answer = await next(request, init);
    notes.push(`${name} < ${answer.status}`);
    return answer;
  };
}

describe("layers of the caller's own", () => {
  test("see each attempt as it is sent, the first of them outermost", async () => {
    const notes: string[] = [];
    const { confluent, run, ...harness } = await openHarness({
      layers: [noting("outer", notes), noting("inner", notes)],
    });
    harness.respondWith([{ status: 500 }]);
    await run(confluent.things.get("a"));
    expect(notes).toEqual([
      "outer > Bearer token",
      "inner > Bearer token",
      "inner < 500",
      "outer < 500",
      "outer > Bearer token",
      "inner > Bearer token",
      "inner < 200",
      "outer < 200",
    ]);
  });

  test("see the second try after a 401 too", async () => {
    const notes: string[] = [];
    let tokens = 0;
    const { confluent, run, ...harness } = await openHarness({
      auth: bearerToken(() => `token-${++tokens}`),
      layers: [noting("layer", notes)],
    });
    harness.respondWith([{ status: 401 }]);
    await run(confluent.things.get("a"));
    expect(notes).toEqual(["layer > Bearer token-1", "layer < 401", "layer > Bearer token-2", "layer < 200"]);
  });

  test("stand around the client's own fetch", async () => {
    const notes: string[] = [];
    const fetch: ClientOptions["fetch"] = (request, init) => {
      notes.push("fetch");
      return globalThis.fetch(request, init);
    };
    const { confluent, run } = await openHarness({ fetch, layers: [noting("layer", notes)] });
    await run(confluent.things.get("a"));
    expect(notes).toEqual(["layer > Bearer token", "fetch", "layer < 200"]);
  });

  test("are given the attempt's signal, in a copy of the options too, which ends with the attempt", async () => {
    const signals: (AbortSignal | null | undefined)[] = [];
    const { confluent, run, ...harness } = await openHarness({
      timeoutMs: 1_000,
      layers: [
        (next) => (request, init) => {
          signals.push({ ...init }.signal);
          return next(request, { ...init });
        },
      ],
    });
    harness.respondWith(["stall"]);
    await run(confluent.things.get("a"));
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, false]);
  });

  test("fail an attempt when they throw, with what they threw as the cause", async () => {
    const cause = new Error("no trace context");
    const layer: FetchLayer = () => () => {
      throw cause;
    };
    const { confluent, run } = await openHarness({ layers: [layer] });
    await expect(run(confluent.things.get("a"))).rejects.toMatchObject({ name: "ConnectionError", cause });
  });
});

describe("middlewares of openapi-fetch", () => {
  test("run once a call, around all its attempts", async () => {
    const notes: string[] = [];
    const { confluent, run, ...harness } = await openHarness({ layers: [noting("layer", notes)] });
    confluent.use({
      onRequest: ({ schemaPath }) => void notes.push(`middleware > ${schemaPath}`),
      onResponse: ({ response }) => void notes.push(`middleware < ${response.status}`),
    });
    harness.respondWith([{ status: 500 }, { status: 503 }]);
    await run(confluent.things.get("a"));
    expect(notes).toEqual([
      "middleware > /things/{id}",
      "layer > Bearer token",
      "layer < 500",
      "layer > Bearer token",
      "layer < 503",
      "layer > Bearer token",
      "layer < 200",
      "middleware < 200",
    ]);
  });

  test("may answer in place of the service", async () => {
    const { confluent, run, sentAt } = await openHarness();
    confluent.use({ onRequest: () => Response.json({ id: "cached" }) });
    expect(await run(confluent.things.get("a"))).toEqual({ id: "cached" });
    expect(sentAt).toEqual([]);
  });

  test("may see the error of a call, and put an answer in its place", async () => {
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

  test("end the call with what they throw, without a retry", async () => {
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

  test("that never end do not outlive the deadline", async () => {
    const { confluent, run } = await openHarness({ totalTimeoutMs: 10_000 });
    confluent.use({ onRequest: () => new Promise(() => undefined) });
    await expect(run(confluent.things.get("a"))).rejects.toMatchObject({
      name: "TimeoutError",
      attempts: [],
    });
  });
});
