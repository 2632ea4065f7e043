import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { openLaboratory, type Laboratory } from "./support/laboratory.js";

const path = { params: { path: { id: "thing-1" } }, parseAs: "stream" };

async function openStream(
  { confluent, run }: Laboratory,
  signal?: AbortSignal,
): Promise<ReadableStreamDefaultReader<Uint8Array>> {
  const { data } = await run(confluent.request("GET", "/things/{id}", { ...path, signal }));
  return (data as ReadableStream<Uint8Array>).getReader();
}

describe("an answer that is read as a stream", () => {
  test("may take longer than timeoutMs and the deadline, once it has begun", async () => {
    const laboratory = await openLaboratory({ timeoutMs: 1_000, deadlineMs: 2_000 });
    laboratory.answer(["stall in body"]);
    const reader = await openStream(laboratory);
    expect(laboratory.clock.timers).toBe(0);
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('{"id": "thi');
    await reader.cancel();
  });

  test("is aborted by the caller's signal, down to the socket", async () => {
    const laboratory = await openLaboratory();
    laboratory.answer(["stall in body"]);
    const caller = new AbortController();
    const reader = await openStream(laboratory, caller.signal);
    await reader.read();
    const rest = reader.read().catch((error: unknown) => error);
    caller.abort("enough");
    expect(await rest).toBe("enough");
    expect(getEventListeners(caller.signal, "abort")).toEqual([]);
    while (laboratory.holds.size > 0) await new Promise((resolve) => setImmediate(resolve));
  });

  test("lets go of the caller's signal at its end", async () => {
    const laboratory = await openLaboratory();
    const caller = new AbortController();
    const reader = await openStream(laboratory, caller.signal);
    expect(getEventListeners(caller.signal, "abort")).toHaveLength(1);
    while (!(await reader.read()).done);
    expect(getEventListeners(caller.signal, "abort")).toEqual([]);
  });

  test("lets go of the caller's signal, and the socket, when it is cancelled", async () => {
    const laboratory = await openLaboratory();
    laboratory.answer(["stall in body"]);
    const caller = new AbortController();
    const reader = await openStream(laboratory, caller.signal);
    await reader.cancel();
    expect(getEventListeners(caller.signal, "abort")).toEqual([]);
    while (laboratory.holds.size > 0) await new Promise((resolve) => setImmediate(resolve));
  });

  test("fails where the connection breaks, and lets go of the caller's signal", async () => {
    const laboratory = await openLaboratory();
    laboratory.answer(["truncate"]);
    const caller = new AbortController();
    const reader = await openStream(laboratory, caller.signal);
    const read = async (): Promise<void> => {
      while (!(await reader.read()).done);
    };
    await expect(read()).rejects.toThrow();
    expect(getEventListeners(caller.signal, "abort")).toEqual([]);
  });

  test("is not a stream when it is a failure: that is read, and retried", async () => {
    const { confluent, run, sentAt, ...laboratory } = await openLaboratory();
    laboratory.answer([{ status: 500 }, { status: 404, body: { message: "gone" } }]);
    const { error } = await run(confluent.request("GET", "/things/{id}", path));
    expect(error).toEqual({ message: "gone" });
    expect(sentAt).toHaveLength(2);
  });

  test("leaves nothing behind when it has no body", async () => {
    const { confluent, run, clock, ...laboratory } = await openLaboratory();
    laboratory.answer([{ status: 204 }]);
    const { signal } = new AbortController();
    const { data } = await run(confluent.request("GET", "/things/{id}", { ...path, signal }));
    expect(data).toBeUndefined();
    expect(clock.timers).toBe(0);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});
