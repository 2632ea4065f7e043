import { describe, expect, test } from "vitest";
import { apiKey, type ClientOptions } from "../../src/index.js";
import { openHarness } from "../support/harness/harness.js";

const secrets = { key: "KEY-OF-CALLER", secret: "SECRET-OF-CALLER" };

/** A call whose every part holds something secret. */
async function callWithSecrets(options: ClientOptions): Promise<Awaited<ReturnType<typeof openHarness>>> {
  const harness = await openHarness({
    auth: apiKey(secrets),
    headers: { Cookie: "session=SECRET-cookie", "X-Custom": "SECRET-header" },
    ...options,
  });
  harness.respondWith([
    { status: 500, headers: { "set-cookie": "session=SECRET-cookie", "x-internal": "SECRET-header" } },
    { headers: { "x-request-id": "request-2" } },
  ]);
  const query = { token: "SECRET-query", environment: "env-1" };
  await harness.run(harness.confluent.things.get("thing-1", query));
  return harness;
}

describe("events", () => {
  test("show what a call does, in order, without secrets", async () => {
    const { events, url } = await callWithSecrets({});
    const { host } = new URL(url);
    const request = {
      type: "request",
      operation: "getThing",
      method: "GET",
      url: `${host}/things/thing-1`,
      query: { token: "[hidden]", environment: "env-1" },
      headers: {
        accept: "application/json",
        "user-agent": expect.stringContaining("confluent-cloud-sdk/") as string,
      },
    };
    const response = { type: "response", operation: "getThing", durationMs: 0 };
    const headers = { "content-type": "application/json", date: expect.any(String) as string };
    expect(events).toEqual([
      { ...request, attempt: 1 },
      { ...response, status: 500, headers: expect.objectContaining(headers) as object, attempt: 1 },
      { type: "retry", operation: "getThing", reason: 500, delayMs: 250, attempt: 2 },
      { ...request, attempt: 2 },
      {
        ...response,
        status: 200,
        requestId: "request-2",
        headers: expect.objectContaining({ ...headers, "x-request-id": "request-2" }) as object,
        attempt: 2,
      },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/SECRET|KEY-OF|cookie|authorization|x-internal|x-custom/i);
  });

  test("say why there is no response", async () => {
    const { confluent, events, run, ...harness } = await openHarness({
      timeoutMs: 1_000,
      retry: false,
    });
    harness.respondWith(["stall", "refuse"]);
    await run(confluent.things.get("a").catch(() => undefined));
    await run(confluent.things.get("a").catch(() => undefined));
    expect(events.filter(({ type }) => type === "response")).toEqual([
      {
        type: "response",
        operation: "getThing",
        durationMs: 1_000,
        error: "timed out",
        headers: {},
        attempt: 1,
      },
      {
        type: "response",
        operation: "getThing",
        durationMs: 0,
        error: expect.stringContaining("ECONNREFUSED") as string,
        headers: {},
        attempt: 1,
      },
    ]);
  });

  test("show pages, with the size of the list if the service says", async () => {
    const { confluent, events, run, url, ...harness } = await openHarness();
    harness.respondWith([
      { body: { data: [1, 2], metadata: { next: `${url}/things?page_token=p2`, total_size: 3 } } },
      { body: { data: [3], metadata: {} } },
    ]);
    await run(confluent.things.list().toArray());
    expect(events.filter(({ type }) => type === "page")).toEqual([
      { type: "page", operation: "listThings", items: 2, totalSize: 3 },
      { type: "page", operation: "listThings", items: 1 },
    ]);
  });

  test("show pauses", async () => {
    const { confluent, events, run, ...harness } = await openHarness({ retry: false });
    harness.respondWith([{ status: 429, headers: { "retry-after": "7" } }]);
    await run(confluent.things.get("a").catch(() => undefined));
    expect(events.at(-1)).toEqual({ type: "pause", delayMs: 7_000 });
  });

  test.each<[string, () => void]>([
    [
      "throws",
      () => {
        throw new Error("a bug in the metrics");
      },
    ],
    ["returns a promise that rejects", () => Promise.reject(new Error("a bug in the metrics"))],
  ])("do not disturb a call when the listener %s", async (_, onEvent) => {
    const { confluent, run, calm, ...harness } = await openHarness({ onEvent });
    harness.respondWith([{ status: 429 }, { status: 500 }]);
    expect(await run(confluent.things.get("a"))).toEqual({ id: "thing-1" });
    await calm();
  });
});
