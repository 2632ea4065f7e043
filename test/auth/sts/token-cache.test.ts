import { describe, expect, test, vi } from "vitest";
import { stsToken } from "../../../src/index.js";
import { connect, type StsClient } from "./support/client.js";
import { startCloud, type Cloud } from "./support/cloud.js";
import { waitForRequests } from "./support/wait-for-requests.js";
import type { ManualClock } from "../../support/clock.js";
import { startClock } from "./support/clock.js";
import { IDENTITY_POOL } from "./support/token-service.js";

/** A client whose first token, valid for 900 seconds by default, has just been exchanged. */
async function warmClient(
  expiresInSeconds?: number,
): Promise<{ clock: ManualClock; cloud: Cloud; call: StsClient["call"]; events: StsClient["events"] }> {
  const clock = startClock();
  const cloud = await startCloud();
  const sts = expiresInSeconds === undefined ? {} : { expiresInSeconds };
  const { call, events } = connect(cloud, clock, { sts });
  expect(await call()).toBe(1);
  return { clock, cloud, call, events };
}

describe("without a token", () => {
  test.each([1, 10, Infinity])(
    "50 calls share one exchange, with at most %d requests in flight",
    async (maxConcurrency) => {
      const clock = startClock();
      const cloud = await startCloud();
      const { call } = connect(cloud, clock, { maxConcurrency });

      const used = await Promise.all(Array.from({ length: 50 }, () => call()));
      expect(used).toEqual(Array.from({ length: 50 }, () => 1));
      expect(cloud.exchanges).toHaveLength(1);
    },
  );

  test("the first caller's abort ends its own call only", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    const { call } = connect(cloud, clock);
    const release = cloud.holdExchanges();
    const controller = new AbortController();

    const first = call({ signal: controller.signal });
    const others = [call(), call()];
    await cloud.exchanged(1);
    const reason = new Error("changed my mind");
    controller.abort(reason);
    await expect(first).rejects.toBe(reason);
    release();

    expect(await Promise.all(others)).toEqual([1, 1]);
    expect(cloud.exchanges).toHaveLength(1);
  });

  test("an exchange that all callers left serves the next call", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    const { call } = connect(cloud, clock);
    const release = cloud.holdExchanges();
    const controller = new AbortController();

    const calls = [call({ signal: controller.signal }), call({ signal: controller.signal })];
    await cloud.exchanged(1);
    controller.abort();
    await Promise.allSettled(calls);
    const next = call();
    release();

    expect(await next).toBe(1);
    expect(cloud.exchanges).toHaveLength(1);
  });

  test("each caller waits no longer than its own `totalTimeoutMs`", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    const { call } = connect(cloud, clock);
    const release = cloud.holdExchanges();

    const hurried = call({ totalTimeoutMs: 5_000 });
    const patient = call();
    await cloud.exchanged(1);
    clock.advance(5_000);
    await expect(hurried).rejects.toMatchObject({ name: "TimeoutError", operation: "getGreeting" });
    release();
    expect(await patient).toBe(1);
  });
});

describe("a token with more than two minutes left", () => {
  test("is used, without an exchange", async () => {
    const { clock, cloud, call } = await warmClient();
    clock.advance(900_000 - 121_000);
    expect(await call()).toBe(1);
    expect(cloud.tokenRequests).toHaveLength(1);
  });
});

describe("a token with two minutes to 30 seconds left", () => {
  test.each([120, 31])("is used, and renewed in the background: %d seconds", async (left) => {
    const { clock, cloud, call } = await warmClient();
    const release = cloud.holdExchanges();
    clock.advance((900 - left) * 1000);

    expect(await call()).toBe(1);
    await cloud.exchanged(2);
    expect(await call()).toBe(1);
    release();
    await vi.waitFor(async () => expect(await call()).toBe(2), 10_000);
    expect(cloud.exchanges).toHaveLength(2);
  });

  test("stays in use when its renewal fails, which is tried again after five seconds at the earliest", async () => {
    const { clock, cloud, call, events } = await warmClient();
    clock.advance(900_000 - 100_000);
    cloud.tokenFaults.push({ status: 400, body: { error: "invalid_grant" } });
    expect(await call()).toBe(1);
    await waitForRequests(events, { exchanges: 2 });

    clock.advance(4_900);
    expect(await call()).toBe(1);
    expect(cloud.tokenRequests).toHaveLength(2);

    clock.advance(100);
    expect(await call()).toBe(1);
    await vi.waitFor(async () => expect(await call()).toBe(2), 10_000);
    expect(cloud.tokenRequests).toHaveLength(3);
  });

  test("shows a failed renewal in the events", async () => {
    const { clock, cloud, call, events } = await warmClient();
    clock.advance(900_000 - 100_000);
    cloud.tokenFaults.push({ status: 400, body: { error: "invalid_grant" } });
    await call();
    await waitForRequests(events, { exchanges: 2 });
    expect(events).toContainEqual(
      expect.objectContaining({ type: "response", operation: "exchangeStsV1OauthToken", status: 400 }),
    );
  });
});

describe("a token with 30 seconds left or less", () => {
  test.each([30, 1, 0, -5_000])("is not used: calls wait for one exchange: %d seconds", async (left) => {
    const { clock, cloud, call } = await warmClient();
    const release = cloud.holdExchanges();
    clock.advance((900 - left) * 1000);

    const calls = [call(), call(), call()];
    await cloud.exchanged(2);
    expect(cloud.apiRequests).toEqual([1]);
    release();
    expect(await Promise.all(calls)).toEqual([2, 2, 2]);
    expect(cloud.exchanges).toHaveLength(2);
  });

  test("waits for the exchange that started in the background", async () => {
    const { clock, cloud, call } = await warmClient();
    const release = cloud.holdExchanges();
    clock.advance(900_000 - 30_500);
    expect(await call()).toBe(1);
    await cloud.exchanged(2);
    clock.advance(500);

    const waiting = call();
    release();
    expect(await waiting).toBe(2);
    expect(cloud.exchanges).toHaveLength(2);
  });

  test("is renewed at once, even right after a failure in the background", async () => {
    const { clock, cloud, call, events } = await warmClient();
    clock.advance(900_000 - 32_000);
    cloud.tokenFaults.push({ status: 400, body: { error: "invalid_grant" } });
    expect(await call()).toBe(1);
    await waitForRequests(events, { exchanges: 2 });

    clock.advance(2_000);
    expect(await call()).toBe(2);
  });
});

describe("a short-lived token is renewed at half its life", () => {
  test.each([
    [200, 99],
    [100, 49],
  ])("good for %d seconds: used alone at %d", async (life, age) => {
    const { clock, cloud, call } = await warmClient(life);
    clock.advance(age * 1000);
    expect(await call()).toBe(1);
    expect(cloud.tokenRequests).toHaveLength(1);
  });

  test.each([
    [200, 100],
    [100, 50],
  ])("good for %d seconds: replaced in the background from %d", async (life, age) => {
    const { clock, cloud, call } = await warmClient(life);
    clock.advance(age * 1000);
    expect(await call()).toBe(1);
    await vi.waitFor(async () => expect(await call()).toBe(2), 10_000);
    expect(cloud.exchanges).toHaveLength(2);
  });

  test("when half its life is below 30 seconds, calls wait for the renewal from then on", async () => {
    const { clock, cloud, call } = await warmClient(10);
    clock.advance(4_000);
    expect(await call()).toBe(1);
    clock.advance(1_000);
    expect(await call()).toBe(2);
    expect(cloud.exchanges).toHaveLength(2);
  });
});

test("an idle client has no timer, even after a failed renewal in the background", async () => {
  const { clock, cloud, call, events } = await warmClient();
  expect(clock.timers).toBe(0);
  clock.advance(900_000 - 100_000);
  cloud.tokenFaults.push({ status: 400, body: { error: "invalid_grant" } });
  await call();
  await waitForRequests(events, { exchanges: 2 });
  expect(clock.timers).toBe(0);
});

test("clients that share an `auth` do not share a token", async () => {
  const clock = startClock();
  const cloud = await startCloud();
  const auth = stsToken({
    identityPoolId: IDENTITY_POOL,
    subjectToken: () => cloud.identityProvider.issueToken(),
  });
  const [one, other] = [connect(cloud, clock, { auth }), connect(cloud, clock, { auth })];
  expect(await one.call()).toBe(1);
  expect(await other.call()).toBe(2);
  expect(await one.call()).toBe(1);
});
