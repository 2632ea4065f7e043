import { describe, expect, test } from "vitest";
import { bearerToken, ConnectionError, TimeoutError } from "../../src/index.js";
import { openHarness } from "../support/harness/harness.js";

describe("credentials that cannot be had", () => {
  test.each([
    new Error("the vault is sealed"),
    new ConnectionError("the vault is out of reach"),
    new TimeoutError("the vault does not answer"),
  ])("end the call with the error of whoever gives them ($name)", async (error) => {
    let asked = 0;
    const auth = bearerToken(() => {
      asked++;
      throw error;
    });
    const { confluent, run, sentAt } = await openHarness({ auth });
    await expect(run(confluent.things.create({}))).rejects.toBe(error);
    expect({ asked, sent: sentAt.length }).toEqual({ asked: 1, sent: 0 });
    expect(error).not.toHaveProperty("maybeApplied");
  });

  test("give their place to the next call", async () => {
    let asked = 0;
    const auth = bearerToken(() => {
      if (asked++ === 0) throw new Error("the vault is sealed");
      return "token";
    });
    const { confluent, run } = await openHarness({ auth, maxConcurrency: 1 });
    const first = confluent.things.get("a").catch((error: unknown) => error);
    const second = confluent.things.get("b");
    await run(Promise.all([first, second]));
    expect(await first).toMatchObject({ message: "the vault is sealed" });
    expect(await second).toEqual({ id: "thing-1" });
  });

  test("after a 401 leave nothing uncertain: the request was refused", async () => {
    let asked = 0;
    const refusal = new ConnectionError("the vault is out of reach");
    const auth = bearerToken(() => {
      if (asked++ === 0) return "stale";
      throw refusal;
    });
    const { confluent, run, sentAt, ...harness } = await openHarness({ auth });
    harness.respondWith([{ status: 401 }]);
    await expect(run(confluent.things.create({}))).rejects.toBe(refusal);
    expect(refusal).not.toHaveProperty("maybeApplied");
    expect(sentAt).toHaveLength(1);
  });
});

test("each attempt asks for credentials anew, for those of the first may have expired meanwhile", async () => {
  const seen: (string | null)[] = [];
  let tokens = 0;
  const { confluent, run, ...harness } = await openHarness({
    auth: bearerToken(() => `token-${++tokens}`),
    fetch: (request, init) => {
      seen.push(request.headers.get("authorization"));
      return fetch(request, init);
    },
  });
  harness.respondWith([{ status: 500 }]);
  await run(confluent.things.get("a"));
  expect(seen).toEqual(["Bearer token-1", "Bearer token-2"]);
});
