import { afterEach, describe, expect, test } from "vitest";
import { bearerToken, createClient, type ClientOptions, type Fetch } from "../../src/index.js";
import { api } from "../support/api.js";
import { connect } from "../support/client.js";
import { openHarness } from "../support/harness/harness.js";
import { environment, integration } from "../support/integrations.js";
import { serve } from "../support/server.js";

const platformFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = platformFetch;
});

test("`fetch` of the client is called with the request, and the attempt's signal beside it", async () => {
  const seen: unknown[] = [];
  const confluent = connect(await serve({ body: integration() }), {
    fetch: (request, init) => {
      seen.push(request, init?.signal);
      return fetch(request, init);
    },
  });
  await confluent.pim.v1.integrations.get("cspi-12345", { environment });
  expect(seen).toEqual([expect.any(Request), expect.any(AbortSignal)]);
});

test("the platform's `fetch` is looked up at each call, so that a later wrapper is used", async () => {
  const confluent = connect(await serve({ body: integration() }));
  const seen: string[] = [];
  globalThis.fetch = (input, init) => {
    seen.push((input as Request).url);
    return platformFetch(input, init);
  };
  await confluent.pim.v1.integrations.get("cspi-12345", { environment });
  expect(seen).toEqual([expect.stringContaining("/pim/v1/integrations/cspi-12345")]);
});

test("without a base URL, requests go to Confluent Cloud over https", async () => {
  const seen: string[] = [];
  const fetch = (request: Request): Promise<Response> => {
    seen.push(request.url, request.headers.get("authorization") ?? "");
    return Promise.resolve(Response.json({ data: [] }));
  };
  await createClient({ api, auth: bearerToken("token-1"), fetch }).GET("/org/v2/environments");
  expect(seen).toEqual(["https://api.confluent.cloud/org/v2/environments", "Bearer token-1"]);
});

/** A `fetch` that logs when it is called, with which credentials, and when its response arrives. */
function logged(name: string, log: string[], next: Fetch = fetch): Fetch {
  return async (request, init) => {
    log.push(`${name} > ${request.headers.get("authorization") ?? "no credentials"}`);
    const response = await next(request, init);
    log.push(`${name} < ${response.status}`);
    return response;
  };
}

describe("a `fetch` that wraps `fetch`", () => {
  test("sees each attempt as it is sent", async () => {
    const log: string[] = [];
    const options: ClientOptions = { fetch: logged("outer", log, logged("inner", log)) };
    const { confluent, run, ...harness } = await openHarness(options);
    harness.respondWith([{ status: 500 }]);
    await run(confluent.things.get("a"));
    expect(log).toEqual([
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

  test("sees the second attempt after a 401, with the new credentials", async () => {
    const log: string[] = [];
    let tokens = 0;
    const { confluent, run, ...harness } = await openHarness({
      auth: bearerToken(() => `token-${++tokens}`),
      fetch: logged("fetch", log),
    });
    harness.respondWith([{ status: 401 }]);
    await run(confluent.things.get("a"));
    expect(log).toEqual(["fetch > Bearer token-1", "fetch < 401", "fetch > Bearer token-2", "fetch < 200"]);
  });

  test("gets the attempt's signal, in a copy of the options too, which aborts with the attempt", async () => {
    const signals: (AbortSignal | null | undefined)[] = [];
    const { confluent, run, ...harness } = await openHarness({
      timeoutMs: 1_000,
      fetch: (request, init) => {
        signals.push({ ...init }.signal);
        return fetch(request, { ...init });
      },
    });
    harness.respondWith(["stall"]);
    await run(confluent.things.get("a"));
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, false]);
  });

  test("fails the attempt when it throws, with what it threw as the cause", async () => {
    const cause = new Error("no trace context");
    const { confluent, run } = await openHarness({
      fetch: () => {
        throw cause;
      },
    });
    await expect(run(confluent.things.get("a"))).rejects.toMatchObject({ name: "ConnectionError", cause });
  });
});
