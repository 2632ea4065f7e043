import { describe, expect, test } from "vitest";
import { bearerToken, type ClientOptions } from "../../src/index.js";
import type { HarnessResponse } from "../support/harness/responses.js";
import { openHarness, type Harness } from "../support/harness/harness.js";

const pageOf = (id: string, next?: string): HarnessResponse => ({
  body: { data: [{ id }], metadata: { next: next && `https://example.com/things?page_token=${next}` } },
});

async function openWith(answers: readonly HarnessResponse[], options?: ClientOptions): Promise<Harness> {
  const harness = await openHarness(options);
  harness.respondWith(answers);
  return harness;
}

const all = ({ confluent, run }: Harness): Promise<unknown> => run(confluent.things.list().toArray());

describe("a page after the first takes the same road as the first", () => {
  test.each<[string, HarnessResponse, number]>([
    ["retried", { status: 500 }, 250],
    [
      "retried after a refusal, when the service says",
      { status: 429, headers: { "retry-after": "2" } },
      2_125,
    ],
    ["retried after a broken connection", "reset", 250],
    ["timed out, and retried", "stall in body", 1_250],
  ])("it is %s", async (_, fault, sentAt) => {
    const harness = await openWith([pageOf("a", "p2"), fault, pageOf("b")], { timeoutMs: 1_000 });
    expect(await all(harness)).toEqual([{ id: "a" }, { id: "b" }]);
    expect(harness.sentAt).toEqual([0, 0, sentAt]);
  });

  test("it has credentials of its own, and a second try with fresh ones", async () => {
    const seen: (string | null)[] = [];
    let tokens = 0;
    const harness = await openWith([pageOf("a", "p2"), { status: 401 }, pageOf("b")], {
      auth: bearerToken(() => `token-${++tokens}`),
      fetch: (request, init) => {
        seen.push(request.headers.get("authorization"));
        return fetch(request, init);
      },
    });
    await all(harness);
    expect(seen).toEqual(["Bearer token-1", "Bearer token-2", "Bearer token-3"]);
  });

  test("it passes the gate, and waits for the window that its predecessor used up", async () => {
    const first: HarnessResponse = {
      ...(pageOf("a", "p2") as object),
      headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "7" },
    };
    const harness = await openWith([first, pageOf("b")]);
    await all(harness);
    expect(harness.sentAt).toEqual([0, 7_000]);
  });

  test("it has a deadline of its own", async () => {
    const answers: HarnessResponse[] = [
      { ...(pageOf("a", "p2") as object), afterMs: 900 },
      { ...(pageOf("b") as object), afterMs: 900 },
    ];
    const harness = await openWith(answers, { totalTimeoutMs: 1_000 });
    expect(await all(harness)).toHaveLength(2);
    expect(harness.clock.now()).toBe(1_800);
  });

  test("its failure says where to go on from", async () => {
    const harness = await openWith([pageOf("a", "p2"), "reset", "reset"], { retry: { maxRetries: 1 } });
    await expect(all(harness)).rejects.toMatchObject({
      name: "ConnectionError",
      pageToken: "p2",
      attempts: [{}, {}],
    });
  });
});

describe("leaving a loop", () => {
  test("stops the page that is loaded ahead, down to the socket, and leaves no timer", async () => {
    const harness = await openWith([pageOf("a", "p2"), "stall"], { totalTimeoutMs: 60_000 });
    const { confluent, run, calm, clock, holds } = harness;
    const pages = confluent.things.list().pages();
    await run(pages.next());
    await calm();
    expect(holds.size).toBe(1);
    await pages.return();
    while (holds.size > 0) await calm();
    expect(clock.timers).toBe(0);
  });

  test("stops the wait before the next attempt of that page", async () => {
    const harness = await openWith([pageOf("a", "p2"), { status: 500 }]);
    const { confluent, run, calm, clock } = harness;
    const pages = confluent.things.list().pages();
    await run(pages.next());
    await calm();
    expect(clock.timers).toBe(1);
    await pages.return();
    await calm();
    expect(clock.timers).toBe(0);
    expect(harness.sentAt).toHaveLength(2);
  });
});

test("an abort while a page is loaded ahead rejects the next page with the caller's own reason", async () => {
  const harness = await openWith([pageOf("a", "p2"), "stall"]);
  const caller = new AbortController();
  const pages = harness.confluent.things.list({}, { signal: caller.signal }).pages();
  await harness.run(pages.next());
  caller.abort("enough");
  await expect(pages.next()).rejects.toBe("enough");
});
