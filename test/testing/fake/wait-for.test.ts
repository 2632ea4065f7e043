import { getEventListeners } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { unlessAborted, waitFor } from "../../../src/testing/fake/wait-for.js";

const LONG = 10_000;
const reason = new Error("the test has enough");

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("waits as long as it is told to, and listens no longer", async () => {
  const { signal } = new AbortController();
  const waiting = waitFor(LONG, signal);
  await vi.advanceTimersByTimeAsync(LONG - 1);
  expect(getEventListeners(signal, "abort")).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  await waiting;
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("an abort ends the wait, with the signal's reason", async () => {
  const controller = new AbortController();
  const waiting = waitFor(LONG, controller.signal);
  controller.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  expect(vi.getTimerCount()).toBe(0);
});

test("a signal that is aborted already lets nothing wait", async () => {
  await expect(waitFor(LONG, AbortSignal.abort(reason))).rejects.toBe(reason);
  expect(vi.getTimerCount()).toBe(0);
});

test("what never comes is not waited for after an abort", async () => {
  const controller = new AbortController();
  const waiting = unlessAborted(new Promise<never>(() => undefined), controller.signal);
  controller.abort(reason);
  await expect(waiting).rejects.toBe(reason);
});

test("what comes before an abort is what it is, and nothing listens any more", async () => {
  const { signal } = new AbortController();
  expect(await unlessAborted(Promise.resolve("result"), signal)).toBe("result");
  await expect(unlessAborted(Promise.reject(reason), signal)).rejects.toBe(reason);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});
