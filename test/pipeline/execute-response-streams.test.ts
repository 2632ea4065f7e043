import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { openHarness, type Harness } from "../support/harness/harness.js";

const path = { params: { path: { id: "thing-1" } }, parseAs: "stream" };

async function openStream(
  { confluent, run }: Harness,
  signal?: AbortSignal,
): Promise<ReadableStreamDefaultReader<Uint8Array>> {
  const { data } = await run(confluent.request("GET", "/things/{id}", { ...path, signal }));
  return (data as ReadableStream<Uint8Array>).getReader();
}

describe("a response that is read as a stream", () => {
  test("may take longer than timeoutMs and totalTimeoutMs once it has started", async () => {
    const harness = await openHarness({ timeoutMs: 1_000, totalTimeoutMs: 2_000 });
    harness.respondWith(["stall in body"]);
    const reader = await openStream(harness);
    expect(harness.clock.timers).toBe(0);
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('{"id": "thi');
    await reader.cancel();
  });

  test("is aborted by the caller's signal, down to the socket", async () => {
    const harness = await openHarness();
    harness.respondWith(["stall in body"]);
    const caller = new AbortController();
    const reader = await openStream(harness, caller.signal);
    await reader.read();
    const rest = reader.read().catch((error: unknown) => error);
    caller.abort("enough");
    expect(await rest).toBe("enough");
    expect(getEventListeners(caller.signal, "abort")).toEqual([]);
    while (harness.holds.size > 0) await new Promise((resolve) => setImmediate(resolve));
  });

  test("removes its listener from the caller's signal at its end", async () => {
    const harness = await openHarness();
    const caller = new AbortController();
    const reader = await openStream(harness, caller.signal);
    expect(getEventListeners(caller.signal, "abort")).toHaveLength(1);
    while (!(await reader.read()).done);
    expect(getEventListeners(caller.signal, "abort")).toEqual([]);
  });

  test("removes its listener and closes the socket when it is cancelled", async () => {
    const harness = await openHarness();
    harness.respondWith(["stall in body"]);
    const caller = new AbortController();
    const reader = await openStream(harness, caller.signal);
    await reader.cancel();
    expect(getEventListeners(caller.signal, "abort")).toEqual([]);
    while (harness.holds.size > 0) await new Promise((resolve) => setImmediate(resolve));
  });

  test("fails when the connection breaks, and removes its listener", async () => {
    const harness = await openHarness();
    harness.respondWith(["truncate"]);
    const caller = new AbortController();
    const reader = await openStream(harness, caller.signal);
    const read = async (): Promise<void> => {
      while (!(await reader.read()).done);
    };
    await expect(read()).rejects.toThrow();
    expect(getEventListeners(caller.signal, "abort")).toEqual([]);
  });

  test("is not streamed if it is a failure, which is read and retried", async () => {
    const { confluent, run, sentAt, ...harness } = await openHarness();
    harness.respondWith([{ status: 500 }, { status: 404, body: { message: "gone" } }]);
    const { error } = await run(confluent.request("GET", "/things/{id}", path));
    expect(error).toEqual({ message: "gone" });
    expect(sentAt).toHaveLength(2);
  });

  test("leaves no timer or listener if it has no body", async () => {
    const { confluent, run, clock, ...harness } = await openHarness();
    harness.respondWith([{ status: 204 }]);
    const { signal } = new AbortController();
    const { data } = await run(confluent.request("GET", "/things/{id}", { ...path, signal }));
    expect(data).toBeUndefined();
    expect(clock.timers).toBe(0);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});
