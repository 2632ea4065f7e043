import { describe, expect, test } from "vitest";
import { bearerToken, type ClientOptions } from "../../src/index.js";
import type { HarnessResponse } from "../support/harness/responses.js";
import { openHarness } from "../support/harness/harness.js";

function streamOf(text: string): ReadableStream<Uint8Array> {
  return new Blob([text]).stream();
}

async function* generate(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(text));
}

const failures: HarnessResponse[] = [
  { status: 429 },
  { status: 500 },
  { status: 503, headers: { "retry-after": "1" } },
  { status: 401 },
  "reset",
  "refuse",
  "stall",
];

const fresh = (): ClientOptions => {
  let tokens = 0;
  return { auth: bearerToken(() => `token-${++tokens}`), timeoutMs: 1_000 };
};

describe.each([
  { kind: "a stream", body: () => streamOf("payload") },
  { kind: "an async iterable", body: () => generate("payload") },
])("a request body that is $kind", ({ body }) => {
  test.each(failures)("is sent only once, however the attempt ends (%j)", async (response) => {
    const { confluent, run, sentAt, ...harness } = await openHarness(fresh());
    harness.respondWith([response]);
    const init = { params: { path: { id: "a" } }, body: body() };
    await run(confluent.request("PUT", "/things/{id}", init).catch(() => undefined));
    expect(sentAt).toHaveLength(1);
  });

  test("arrives", async () => {
    const { confluent, run } = await openHarness();
    const init = { params: { path: { id: "a" } }, body: body() };
    const { data } = await run(confluent.request("PUT", "/things/{id}", init));
    expect(data).toEqual({ id: "thing-1" });
  });
});

test("a body that is not a stream is sent again unchanged", async () => {
  const bodies: string[] = [];
  const { confluent, run, ...harness } = await openHarness({
    fetch: async (request, init) => {
      bodies.push(await request.clone().text());
      return fetch(request, init);
    },
  });
  harness.respondWith([{ status: 500 }, { status: 429 }]);
  await run(confluent.things.replace("a", { name: "Zoë" }));
  expect(bodies).toEqual(['{"name":"Zoë"}', '{"name":"Zoë"}', '{"name":"Zoë"}']);
});
