// @vitest-environment jsdom
import { expect, test } from "vitest";
import { NotFoundError, TimeoutError } from "../../src/index.js";
import { thingsAt } from "../support/harness/things.js";
import { rejection } from "../support/rejection.js";
import { serve } from "../support/server.js";

/** In vitest's jsdom environment, where `AbortController`, `Blob` and others are those of jsdom. */

test("a call is made, retried and read", async () => {
  const server = await serve([{ status: 500 }, { body: { id: "thing-1" } }, { body: { id: "thing-2" } }]);
  const { things } = thingsAt(server.url);
  expect(window.document).toBeDefined();
  expect(await things.get("a")).toEqual({ id: "thing-1" });
  expect(await things.create({ name: "one" })).toEqual({ id: "thing-2" });
});

test("a failure is the error of its status", async () => {
  const server = await serve({ status: 404, body: { message: "größer" } });
  const error = await rejection(thingsAt(server.url).things.get("a"), NotFoundError);
  expect(error.message).toContain("404 größer");
});

test("a call ends with its timeout and with its signal", async () => {
  const server = await serve("stall");
  const { things } = thingsAt(server.url);
  const late = things.get("a", {}, { totalTimeoutMs: 100 });
  expect(await rejection(late, TimeoutError)).not.toHaveProperty("maybeApplied");
  const caller = new AbortController();
  const call = things.get("a", {}, { signal: caller.signal });
  caller.abort("enough");
  await expect(call).rejects.toBe("enough");
});
