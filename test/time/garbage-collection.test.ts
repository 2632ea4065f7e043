import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { openHarness } from "../support/harness/harness.js";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Collects several times, with turns between for what is only found out to be garbage then. */
async function collectThoroughly(): Promise<void> {
  for (let round = 0; round < 5; round++) {
    collectGarbage();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe.each(["stall", "stall in body"] as const)(
  "garbage collected while a request is pending (%s)",
  (answer) => {
    test("does not take the timeout away, nor its way to the socket", async () => {
      const { confluent, run, calm, holds, ...harness } = await openHarness({
        timeoutMs: 1_000,
        retry: false,
      });
      harness.respondWith([answer]);
      const call = confluent.things.get("thing-1").catch((error: unknown) => error);
      await calm();
      await collectThoroughly();
      expect(await run(call)).toMatchObject({ name: "TimeoutError" });
      while (holds.size > 0) await calm();
    });

    test("does not take the caller's abort away, nor its way to the socket", async () => {
      const { confluent, calm, holds, ...harness } = await openHarness({ timeoutMs: Infinity });
      harness.respondWith([answer]);
      const caller = new AbortController();
      const call = confluent.things.get("a", {}, { signal: caller.signal }).catch((error: unknown) => error);
      await calm();
      await collectThoroughly();
      caller.abort("enough");
      expect(await call).toBe("enough");
      while (holds.size > 0) await calm();
    });
  },
);

test("garbage collected during a wait does not take the wait away", async () => {
  const { confluent, run, calm, ...harness } = await openHarness();
  harness.respondWith([{ status: 429, headers: { "retry-after": "5" } }]);
  const calls = Promise.all([confluent.things.get("a"), confluent.things.get("b")]);
  await calm();
  await collectThoroughly();
  expect(await run(calls)).toHaveLength(2);
});
