import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import {
  ApiError,
  BadRequestError,
  ConfluentError,
  ConnectionError,
  RateLimitError,
  ServerError,
} from "../../../src/index.js";
import { rejection } from "../../support/rejection.js";
import { connect, type StsClient } from "./support/client.js";
import { startCloud } from "./support/cloud.js";
import type { ManualClock } from "../../support/clock.js";
import { startClock } from "./support/clock.js";

const OPERATION = "exchangeStsV1OauthToken";

/** Skips the delays before retries. */
function passWaits(clock: ManualClock): { onEvent: (event: StsClient["events"][number]) => void } {
  return {
    onEvent: (event) => {
      if (event.type === "retry") queueMicrotask(() => clock.advance(event.delayMs));
    },
  };
}

describe("a refused exchange", () => {
  test("rejects with the error of its status, which says what to check", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    const subjectToken = await cloud.identityProvider.issueToken({ expiresInSeconds: -1 });
    const { call } = connect(cloud, clock, { sts: { subjectToken } });

    const error = await rejection(call(), BadRequestError);
    expect(error).toMatchObject({ status: 400, operation: OPERATION });
    expect(error.errors).toMatchObject([{ code: "invalid_grant" }]);
    expect(error.attempts).toMatchObject([{ status: 400 }]);
    expect(error.message).toMatch(/^400 the subject token fails: "exp" claim timestamp check failed/);
    expect(error.message).toContain(OPERATION);
    expect(error.message).toContain("the token exchange was refused; check");
    for (const hint of ["identityPoolId", "filter", "audience", "expiry"])
      expect(error.message).toContain(hint);
    expect(cloud.apiRequests).toEqual([]);
  });

  test.each([
    ["an expired subject token", { expiresInSeconds: -1 }, {}],
    ["a subject token for another audience", { audience: "https://github.com/acme" }, {}],
    ["an identity pool that does not exist", {}, { identityPoolId: "pool-99999" }],
  ])("for %s", async (_, claims, sts) => {
    const clock = startClock();
    const cloud = await startCloud();
    const subjectToken = await cloud.identityProvider.issueToken(claims);
    const { client } = connect(cloud, clock, { sts: { subjectToken, ...sts } });
    await rejection(client.greetings.get(), BadRequestError);
    await rejection(client.GET("/v1/greetings"), BadRequestError);
  });

  test("for a subject token with the wrong signature", async () => {
    const clock = startClock();
    const [cloud, other] = [await startCloud(), await startCloud()];
    const subjectToken = await other.identityProvider.issueToken();
    await rejection(connect(cloud, clock, { sts: { subjectToken } }).call(), BadRequestError);
  });

  test("is not cached: the next call exchanges a new subject token", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    let expiresInSeconds = -1;
    const subjectToken = (): Promise<string> => cloud.identityProvider.issueToken({ expiresInSeconds });
    const { call } = connect(cloud, clock, { sts: { subjectToken } });

    await rejection(call(), BadRequestError);
    expiresInSeconds = 300;
    expect(await call()).toBe(1);
  });

  test("rejects all calls that wait for it, each with its own error", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    cloud.tokenFaults.push({ status: 403, body: { errors: [{ status: "403", detail: "not this pool" }] } });
    const { call } = connect(cloud, clock);

    const firstCaller = async () => [await call()];
    const secondCaller = async () => [await call()];
    const errors = await Promise.all([
      rejection(firstCaller(), ApiError),
      rejection(secondCaller(), ApiError),
    ]);
    expect(errors.map(({ name, status }) => [name, status])).toEqual([
      ["PermissionDeniedError", 403],
      ["PermissionDeniedError", 403],
    ]);
    expect(errors[0]).not.toBe(errors[1]);
    expect(errors[0].stack).toMatch(/^PermissionDeniedError: 403 not this pool/);
    expect(errors[0].headers).toBeInstanceOf(Headers);
    expect(errors[0].stack).toContain("firstCaller");
    expect(errors[1].stack).toContain("secondCaller");
    expect(cloud.tokenRequests).toHaveLength(1);
  });

  test.each([
    ["{errors: […]}", { errors: [{ status: "401", detail: "who are you" }] }, "who are you"],
    ["OAuth's form", { error: "invalid_client", error_description: "who are you" }, "who are you"],
    ["OAuth's form without a description", { error: "invalid_client" }, "invalid_client"],
    ["text", "who are you", "who are you"],
    ["HTML", "<html>who are you</html>", "Unauthorized"],
    ["nothing", undefined, "Unauthorized"],
  ])("is readable when its body is %s", async (_, body, reason) => {
    const clock = startClock();
    const cloud = await startCloud();
    cloud.tokenFaults.push({ status: 401, body, headers: { "X-Request-Id": "req-1" } });
    const error = await rejection(connect(cloud, clock).call(), ApiError);
    expect(error.name).toBe("AuthenticationError");
    expect(error.message).toContain(`401 ${reason} (${OPERATION}, request id req-1) — the token exchange`);
    // Its usual hint is about API keys.
    expect(error.message).not.toContain("API key");
  });
});

describe("a token service in trouble", () => {
  test.each([
    ["429", { status: 429, headers: { "Retry-After": "7" } }, 7_000],
    ["503 with Retry-After", { status: 503, headers: { "Retry-After": "2" } }, 2_000],
    ["500", { status: 500, body: "<html>" }, 50],
    ["502", { status: 502, body: "<html>" }, 50],
  ])("is asked again after a %s", async (_, fault, delayMs) => {
    const clock = startClock();
    const cloud = await startCloud();
    cloud.tokenFaults.push(fault);
    const { call, events } = connect(cloud, clock, passWaits(clock));

    expect(await call()).toBe(1);
    expect(events.filter(({ type }) => type === "retry")).toMatchObject([
      { operation: OPERATION, reason: fault.status, delayMs },
    ]);
  });

  test("that keeps failing rejects the call, and is not retried twice over", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    cloud.tokenFaults.push(...Array.from({ length: 9 }, () => ({ status: 503 })));
    const { call } = connect(cloud, clock, passWaits(clock));

    const error = await rejection(call(), ServerError);
    expect(error).toMatchObject({ status: 503, operation: OPERATION });
    expect(error.message).toContain("the token exchange failed");
    expect(error.attempts).toHaveLength(5);
    expect(cloud.tokenRequests).toHaveLength(5);
  });

  test("that asks for a long wait rejects the call at once", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    cloud.tokenFaults.push({ status: 429, headers: { "Retry-After": "61" } });
    const { call } = connect(cloud, clock);
    const error = await rejection(call(), RateLimitError);
    expect(error.retryAfterMs).toBe(61_000);
    expect(error.message).toContain("the token exchange failed");
    expect(await call()).toBe(1);
  });

  test("that cannot be reached is a ConnectionError, and is not retried twice over", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    const { client, events } = connect(cloud, clock, {
      ...passWaits(clock),
      sts: { tokenUrl: `http://127.0.0.1:${await unusedPort()}/token` },
    });

    const error = await rejection(client.greetings.get(), ConnectionError);
    expect(error.operation).toBe(OPERATION);
    expect(error.attempts).toHaveLength(5);
    expect(events.filter(({ type }) => type === "request")).toHaveLength(5);
  });

  test("that breaks connections is a ConnectionError, and a write was not applied", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    const { client } = connect(cloud, clock, {
      ...passWaits(clock),
      fetch: () => Promise.reject(new TypeError("fetch failed", { cause: new Error("socket closed") })),
    });
    const error = await rejection(client.greetings.create({}), ConnectionError);
    expect(error.operation).toBe(OPERATION);
    expect(error.attempts).toHaveLength(5);
    expect(error.maybeApplied).toBeUndefined();
  });
});

test("every error of the exchange is a ConfluentError with the `operation` of the exchange", async () => {
  const clock = startClock();
  const cloud = await startCloud();
  const faults = [{ status: 418 }, { status: 403 }, { status: 200, body: "<html>" }, { status: 204 }];
  for (const fault of faults) {
    cloud.tokenFaults.push(fault);
    const error = await rejection(connect(cloud, clock).call(), ConfluentError);
    expect(error.operation).toBe(OPERATION);
  }
});

/** A local port that nothing listens on. */
async function unusedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
