import { decodeJwt } from "jose";
import { describe, expect, test } from "vitest";
import { ConfigurationError, TimeoutError } from "../../../src/index.js";
import { rejection } from "../../support/rejection.js";
import { connect } from "./support/client.js";
import { startCloud } from "./support/cloud.js";
import { startClock } from "./support/clock.js";

describe("the subject token", () => {
  test("is requested for each exchange", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    const { call } = connect(cloud, clock);

    for (let number = 1; number <= 3; number++) {
      expect(await call()).toBe(number);
      clock.advance(899_000);
    }
    const ids = cloud.exchanges.map(({ subject_token = "" }) => decodeJwt(subject_token).jti);
    expect(new Set(ids).size).toBe(3);
  });

  test("may be returned or promised", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    const token = await cloud.identityProvider.issueToken();
    for (const subjectToken of [() => token, () => Promise.resolve(token)]) {
      await connect(cloud, clock, { sts: { subjectToken } }).call();
    }
    expect(cloud.exchanges.map(({ subject_token }) => subject_token)).toEqual([token, token]);
  });
});

describe("a source of subject tokens", () => {
  test("that throws rejects the call with its error, and is called again by the next call", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    const reason = new Error("the vault is sealed");
    const broken = [
      () => Promise.reject(reason),
      () => {
        throw reason;
      },
    ];
    const subjectToken = () => broken.shift()?.() ?? cloud.identityProvider.issueToken();
    const { call } = connect(cloud, clock, { sts: { subjectToken } });

    expect(await rejection(call(), Error)).toBe(reason);
    expect(await rejection(call(), Error)).toBe(reason);
    expect(await call()).toBe(1);
  });

  test.each([
    ["nothing", undefined, "is missing"],
    ["an empty string", "", "is missing"],
    ["a number", 90210, "must be a string, not number"],
    ["a token with a line break", "hush\n", "line break"],
  ])("that returns %s fails the call, and nothing is sent", async (_, given, problem) => {
    const clock = startClock();
    const cloud = await startCloud();
    const { call } = connect(cloud, clock, { sts: { subjectToken: () => given as never } });
    const { message } = await rejection(call(), ConfigurationError);
    expect(message).toContain("stsToken: the subject token that the callback returned");
    expect(message).toContain(problem);
    expect(message).not.toMatch(/hush|90210/);
    expect(cloud.tokenRequests).toEqual([]);
  });

  test("that hangs is a TimeoutError after `timeoutMs`, its signal aborts, and the next call calls it again", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    const signals: AbortSignal[] = [];
    const subjectToken = ({ signal }: { signal: AbortSignal }): Promise<string> => {
      if (signals.push(signal) > 1) return cloud.identityProvider.issueToken();
      queueMicrotask(() => clock.advance(5_000));
      return new Promise(() => undefined);
    };
    const { call, client } = connect(cloud, clock, { timeoutMs: 5_000, sts: { subjectToken } });

    const error = await rejection(client.greetings.create({}), TimeoutError);
    expect(error.message).toBe("No subject token within 5000 ms (exchangeStsV1OauthToken)");
    expect(error.operation).toBe("exchangeStsV1OauthToken");
    expect(error.maybeApplied).toBeUndefined();
    expect(signals[0]?.aborted).toBe(true);
    expect(clock.timers).toBe(0);
    expect(await call()).toBe(1);
  });
});
