import { describe, expect, test } from "vitest";
import { bearerToken, TimeoutError, type Auth, type ClientOptions } from "../../src/index.js";
import { openHarness } from "../support/harness/harness.js";

const never = (): Promise<never> => new Promise(() => undefined);
const caught = (call: Promise<unknown>): Promise<unknown> => call.catch((error: unknown) => error);

describe("credentials that never come", () => {
  const auths: [string, Auth][] = [
    ["of a token callback", bearerToken(never)],
    ["of an `Auth` of one's own", { authenticate: () => ({ authorization: never }) }],
  ];

  test.each(auths)("%s end each call with a TimeoutError that names them", async (_, auth) => {
    const { confluent, run, clock, sentAt } = await openHarness({ auth, timeoutMs: 500 });
    const calls = Array.from({ length: 12 }, () => caught(confluent.things.create({})));
    for (const error of await run(Promise.all(calls))) {
      expect(error).toBeInstanceOf(TimeoutError);
      expect(error).toMatchObject({
        message: "No credentials within 500 ms (createThing)",
        operation: "createThing",
        attempts: [],
      });
      expect(error).not.toHaveProperty("maybeApplied");
    }
    expect({ now: clock.now(), timers: clock.timers, sentAt }).toEqual({ now: 500, timers: 0, sentAt: [] });
  });

  test("end the call with its total timeout, if that is over before", async () => {
    const { confluent, run, clock } = await openHarness({ auth: bearerToken(never), totalTimeoutMs: 300 });
    await expect(run(confluent.things.get("a"))).rejects.toThrow("total timeout of 300 ms (getThing)");
    expect(clock.now()).toBe(300);
  });

  test("hold up no other request", async () => {
    let asked = 0;
    const auth = bearerToken(() => (asked++ === 0 ? never() : "token"));
    const { confluent, run, clock, sentAt } = await openHarness({ auth, maxConcurrency: 1 });
    const first = caught(confluent.things.get("first"));
    expect(await run(confluent.things.get("second"))).toEqual({ id: "thing-1" });
    expect({ sentAt, now: clock.now() }).toEqual({ sentAt: [0], now: 0 });
    expect(await run(first)).toBeInstanceOf(TimeoutError);
  });

  test("after a 401 end the call, which was refused and not applied", async () => {
    let asked = 0;
    const auth = bearerToken(() => (asked++ === 0 ? "stale" : never()));
    const { confluent, run, ...harness } = await openHarness({ auth, timeoutMs: 500 });
    harness.respondWith([{ status: 401 }]);
    const error = await run(caught(confluent.things.create({})));
    expect(error).toMatchObject({ message: "No credentials within 500 ms (createThing)" });
    expect(error).toMatchObject({ attempts: [{ status: 401 }] });
    expect(error).not.toHaveProperty("maybeApplied");
  });
});

test("a call whose turn after a 401 comes too late fails with the 401", async () => {
  let tokens = 0;
  const auth = bearerToken(() => `token-${++tokens}`);
  const { confluent, run, ...harness } = await openHarness({ auth, retry: false });
  const wait = { status: 429, headers: { "retry-after": "10" } };
  harness.respondWith([wait, { status: 401, afterMs: 10 }]);
  const calls = [confluent.things.get("a"), confluent.things.create({}, { totalTimeoutMs: 5_000 })];
  const [, refused] = await run(Promise.all(calls.map(caught)));
  expect(refused).toMatchObject({ name: "AuthenticationError", attempts: [{ status: 401 }] });
  expect(refused).not.toHaveProperty("maybeApplied");
});

describe("credentials at hand that a request got before it queued", () => {
  const headersOf = async (authorization: () => string | Promise<string>): Promise<(string | null)[]> => {
    const seen: (string | null)[] = [];
    const { confluent, run, ...harness } = await openHarness({
      auth: { authenticate: () => ({ authorization }) },
      fetch: (request, init) => {
        seen.push(request.headers.get("authorization"));
        return fetch(request, init);
      },
    });
    harness.respondWith([{ status: 429, headers: { "retry-after": "30" } }]);
    await run(caught(confluent.things.get("a", {}, { retry: false })));
    await run(confluent.things.get("b"));
    return seen;
  };

  test("are replaced by newer ones when its turn comes", async () => {
    let asked = 0;
    expect(await headersOf(() => `Bearer ${++asked}`)).toEqual(["Bearer 1", "Bearer 3"]);
  });

  test("are sent when newer ones would have to be waited for", async () => {
    let asked = 0;
    const renewing = (): string | Promise<string> => (++asked < 3 ? `Bearer ${asked}` : never());
    expect(await headersOf(renewing)).toEqual(["Bearer 1", "Bearer 2"]);
  });

  test("are not asked for again where a callback gives them", async () => {
    let asked = 0;
    expect(await headersOf(() => Promise.resolve(`Bearer ${++asked}`))).toEqual(["Bearer 1", "Bearer 2"]);
  });
});

describe("a middleware that never ends", () => {
  test("before the request sends nothing, and is a TimeoutError that names it", async () => {
    const { confluent, run, clock, sentAt } = await openHarness({ timeoutMs: 1_000 });
    confluent.use({ onRequest: never });
    const error = await run(caught(confluent.things.create({})));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({
      message: "A middleware's onRequest did not end within 1000 ms (createThing)",
      attempts: [],
    });
    expect(error).not.toHaveProperty("maybeApplied");
    expect({ now: clock.now(), timers: clock.timers, sentAt }).toEqual({ now: 1_000, timers: 0, sentAt: [] });
  });

  test("after the response leaves it to the caller to look whether a write was applied: it was", async () => {
    const { confluent, run, clock } = await openHarness({ timeoutMs: 1_000 });
    confluent.use({ onResponse: never });
    const error = await run(caught(confluent.things.create({})));
    expect(error).toMatchObject({
      message: "A middleware's onResponse or onError did not end within 1000 ms (createThing)",
      attempts: [{ status: 200 }],
      maybeApplied: true,
    });
    expect({ now: clock.now(), timers: clock.timers }).toEqual({ now: 1_000, timers: 0 });
  });

  test("after a failure keeps nothing back", async () => {
    const { confluent, run, ...harness } = await openHarness({ timeoutMs: 1_000, retry: false });
    confluent.use({ onError: never });
    harness.respondWith(["reset"]);
    const error = await run(caught(confluent.things.get("a")));
    expect(error).toMatchObject({
      name: "TimeoutError",
      attempts: [{ error: expect.any(String) as string }],
    });
  });

  test("in the body of the response that it returned ends, too", async () => {
    const { confluent, run } = await openHarness({ timeoutMs: 1_000 });
    confluent.use({ onResponse: () => new Response(new ReadableStream()) });
    await expect(run(confluent.things.get("a"))).rejects.toThrow(TimeoutError);
  });

  test("ends with the call's total timeout or abort", async () => {
    const { confluent, run, clock } = await openHarness();
    confluent.use({ onRequest: never });
    await expect(run(confluent.things.get("a", {}, { totalTimeoutMs: 100 }))).rejects.toThrow(
      "total timeout",
    );
    const caller = new AbortController();
    const call = confluent.things.get("a", {}, { signal: caller.signal });
    caller.abort("enough");
    await expect(run(call)).rejects.toBe("enough");
    expect(clock.timers).toBe(0);
  });

  test("in time sends nothing afterwards", async () => {
    let goOn = (): void => undefined;
    const { confluent, run, calm, sentAt } = await openHarness({ timeoutMs: 1_000 });
    confluent.use({
      onRequest: () => new Promise<undefined>((resolve) => (goOn = () => resolve(undefined))),
    });
    await expect(run(confluent.things.create({}))).rejects.toThrow(TimeoutError);
    goOn();
    await calm();
    expect(sentAt).toEqual([]);
  });
});

test("the time of the pipeline does not count as that of the middlewares", async () => {
  const { confluent, run, clock, ...harness } = await openHarness({ timeoutMs: 1_000 });
  confluent.use({ onRequest: () => undefined, onResponse: () => undefined });
  harness.respondWith([{ status: 429, headers: { "retry-after": "30" } }, { afterMs: 900 }]);
  expect(await run(confluent.things.get("a"))).toEqual({ id: "thing-1" });
  expect(clock.now()).toBe(31_400);
});

test("listeners and loggers that never settle hold up nothing", async () => {
  const log = (): never => never() as never;
  const options: ClientOptions = {
    onEvent: log,
    logger: { debug: log, info: log, warn: log, error: log },
    logLevel: "debug",
  };
  const { confluent, run, clock } = await openHarness(options);
  expect(await run(confluent.things.get("a"))).toEqual({ id: "thing-1" });
  expect(clock.now()).toBe(0);
});
