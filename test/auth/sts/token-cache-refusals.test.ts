import { describe, expect, test, vi } from "vitest";
import { ApiError, AuthenticationError } from "../../../src/index.js";
import { rejection } from "../../support/rejection.js";
import { connect } from "./support/client.js";
import { startCloud } from "./support/cloud.js";
import { startClock } from "./support/clock.js";

describe("an access token that the API refuses with a 401", () => {
  test("is exchanged once, and the call is sent again", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    const { call, events } = connect(cloud, clock);
    await call();
    cloud.revoke();

    expect(await call()).toBe(2);
    expect(cloud.apiRequests).toEqual([1, 1, 2]);
    expect(cloud.exchanges).toHaveLength(2);
    // It costs no retry and no wait.
    expect(events.filter(({ type }) => type === "retry")).toEqual([]);
  });

  test("in a write too", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    const { call, client } = connect(cloud, clock, { retry: false });
    await call();
    cloud.revoke();
    expect(await client.greetings.create({ text: "hello" })).toMatchObject({ accessToken: 2 });
  });

  test("in five concurrent calls is exchanged once", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    const { call } = connect(cloud, clock);
    await call();
    cloud.revoke();
    const release = cloud.holdExchanges();

    const calls = [call(), call(), call(), call(), call()];
    await vi.waitFor(() => expect(cloud.apiRequests).toHaveLength(6), 10_000);
    release();
    expect(await Promise.all(calls)).toEqual([2, 2, 2, 2, 2]);
    expect(cloud.exchanges).toHaveLength(2);
  });

  test("is not exchanged again when another call has already exchanged it", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    let deliver = (): void => undefined;
    const { call } = connect(cloud, clock, {
      fetch: async (request, init) => {
        const response = await fetch(request, init);
        if (request.headers.has("X-Slow") && response.status === 401) {
          await new Promise<void>((resolve) => (deliver = resolve));
        }
        return response;
      },
    });
    await call();
    cloud.revoke();

    const slow = call({ headers: { "X-Slow": "yes" } });
    await vi.waitFor(() => expect(cloud.apiRequests).toHaveLength(2), 10_000);
    expect(await call()).toBe(2);
    deliver();
    expect(await slow).toBe(2);
    expect(cloud.exchanges).toHaveLength(2);
  });

  test("is an AuthenticationError when the next token is refused too", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    const { call } = connect(cloud, clock);
    cloud.refusesAll = true;

    const error = await rejection(call(), AuthenticationError);
    expect(error).toMatchObject({ status: 401, operation: "getGreeting" });
    expect(error.attempts).toHaveLength(2);
    expect(cloud.apiRequests).toEqual([1, 2]);
    expect(cloud.exchanges).toHaveLength(2);
  });

  test("is not sent again when the token service returns it again", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    let first: Record<string, unknown> | undefined;
    cloud.reply = (reply) => (first ??= reply);
    const { call } = connect(cloud, clock);
    await call();
    cloud.refusesAll = true;

    await rejection(call(), AuthenticationError);
    expect(cloud.apiRequests).toEqual([1, 1]);
    expect(cloud.exchanges).toHaveLength(2);
  });

  test("is dropped even when the request cannot be sent again, because its body was a stream", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    const { call, client } = connect(cloud, clock);
    await call();
    cloud.revoke();

    const body = new Blob(["hello"]).stream();
    const init = { body, bodySerializer: (stream: unknown) => stream, duplex: "half" };
    expect((await client.POST("/v1/greetings", init)).response.status).toBe(401);
    expect(await call()).toBe(2);
    expect(cloud.apiRequests).toEqual([1, 1, 2]);
  });

  test("rejects with the error of the exchange when that fails", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    const { call } = connect(cloud, clock);
    await call();
    cloud.revoke();
    cloud.tokenFaults.push({ status: 400, body: { error: "invalid_grant" } });

    const error = await rejection(call(), ApiError);
    expect(error).toMatchObject({ status: 400, operation: "exchangeStsV1OauthToken" });
  });
});
