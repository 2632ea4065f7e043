import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { openLaboratory } from "./support/laboratory.js";

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
      const { confluent, run, calm, holds, ...laboratory } = await openLaboratory({
        timeoutMs: 1_000,
        retry: false,
      });
      laboratory.answer([answer]);
      const call = confluent.things.get("thing-1").catch((error: unknown) => error);
      await calm();
      await collectThoroughly();
      expect(await run(call)).toMatchObject({ name: "TimeoutError" });
      while (holds.size > 0) await calm();
    });

    test("does not take the caller's abort away, nor its way to the socket", async () => {
      const { confluent, calm, holds, ...laboratory } = await openLaboratory({ timeoutMs: Infinity });
      laboratory.answer([answer]);
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
  const { confluent, run, calm, ...laboratory } = await openLaboratory();
  laboratory.answer([{ status: 429, headers: { "retry-after": "5" } }]);
  const calls = Promise.all([confluent.things.get("a"), confluent.things.get("b")]);
  await calm();
  await collectThoroughly();
  expect(await run(calls)).toHaveLength(2);
});
