import { decodeJwt } from "jose";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import {
  AuthenticationError,
  ConfigurationError,
  ConnectionError,
  githubActionsToken,
  ResponseFormatError,
  TimeoutError,
} from "../../../src/index.js";
import { rejection, thrown } from "../../support/rejection.js";
import type { CompleteResponse } from "../../support/respond.js";
import { serve, type TestServer } from "../../support/server.js";
import { connect, type StsClient } from "./support/client.js";
import { startCloud, type Cloud } from "./support/cloud.js";
import { AUDIENCE } from "./support/identity-provider.js";
import type { ManualClock } from "../../support/clock.js";
import { startClock } from "./support/clock.js";

const requestToken = "the-token-that-the-runner-has-for-requests";

/** Variables of a job of GitHub Actions. */
function setVariables(url: string | undefined, token: string | undefined): void {
  vi.stubEnv("ACTIONS_ID_TOKEN_REQUEST_URL", url);
  vi.stubEnv("ACTIONS_ID_TOKEN_REQUEST_TOKEN", token);
  onTestFinished(() => void vi.unstubAllEnvs());
}

interface Job extends StsClient {
  readonly clock: ManualClock;
  readonly cloud: Cloud;
  /** GitHub's side. */
  readonly github: TestServer;
  /** Responses in place of GitHub's own. */
  readonly faults: CompleteResponse[];
}

/** A job with the permission to ask for ID tokens, and a server that gives them as GitHub's does. */
async function startJob(options?: Parameters<typeof githubActionsToken>[0]): Promise<Job> {
  const clock = startClock();
  const cloud = await startCloud();
  const faults: CompleteResponse[] = [];
  const github = await serve(async ({ method, headers, query }) => {
    const fault = faults.shift();
    if (fault) return fault;
    const isAuthorized = headers.authorization?.toLowerCase() === `bearer ${requestToken}`;
    if (method !== "GET" || !isAuthorized || query.get("api-version") !== "2.0") return { status: 401 };
    const audience = query.get("audience") ?? "https://github.com/acme";
    const value = await cloud.identityProvider.issueToken({ audience, expiresInSeconds: 300 });
    return { body: { count: value.length, value } };
  });
  setVariables(`${github.url}/abc/idtoken/1/2?api-version=2.0`, requestToken);
  const client = connect(cloud, clock, {
    sts: { subjectToken: githubActionsToken(options) },
    onEvent: (event) => {
      if (event.type === "retry") queueMicrotask(() => clock.advance(event.delayMs));
    },
  });
  return { clock, cloud, github, faults, ...client };
}

test("requests a token for the audience from GitHub, and exchanges it", async () => {
  const { cloud, github, client } = await startJob({ audience: AUDIENCE });
  expect(await client.greetings.get()).toMatchObject({ accessToken: 1 });
  expect(decodeJwt(cloud.exchanges[0]?.["subject_token"] ?? "").aud).toBe(AUDIENCE);
  expect(github.requests.map(({ url }) => url)).toEqual([
    "/abc/idtoken/1/2?api-version=2.0&audience=confluent-cloud",
  ]);
});

test("encodes the audience", async () => {
  const { github, call } = await startJob({ audience: "https://confluent.cloud/?a=1&b=ü" });
  await call().catch(() => undefined);
  expect(github.requests[0]?.query.get("audience")).toBe("https://confluent.cloud/?a=1&b=ü");
});

test("requests no audience unless one is given", async () => {
  const { github, call } = await startJob();
  expect((await rejection(call(), Error)).message).toContain('unexpected "aud" claim');
  expect(github.requests[0]?.query.has("audience")).toBe(false);
});

test("requests a new token for each exchange, as a token is valid for minutes only", async () => {
  const { clock, github, call } = await startJob({ audience: AUDIENCE });
  expect(await call()).toBe(1);
  clock.advance(899_000);
  expect(await call()).toBe(2);
  expect(github.requests).toHaveLength(2);
});

test("uses the retries and the events of the client", async () => {
  const { faults, call, events } = await startJob({ audience: AUDIENCE });
  faults.push({ status: 503 });
  expect(await call()).toBe(1);
  expect(events.filter(({ type }) => type === "retry")).toMatchObject([
    { operation: "githubActionsToken", reason: 503 },
  ]);
});

describe("fails", () => {
  test("when GitHub refuses, with what to check", async () => {
    const { faults, call } = await startJob();
    faults.push({ status: 401, body: { message: `Bad credentials: ${requestToken}` } });
    const error = await rejection(call(), AuthenticationError);
    expect(error).toMatchObject({ status: 401, operation: "githubActionsToken" });
    expect(error.attempts).toHaveLength(1);
    expect(error.message).toBe(
      "401 Bad credentials: [hidden] (githubActionsToken) — the request for an ID token of GitHub Actions was refused; check that the job has `permissions: id-token: write`",
    );
  });

  test.each([
    ["HTML", "<html>"],
    ["no value", { count: 0 }],
    ["an empty value", { count: 0, value: "" }],
  ])("when the response contains %s", async (_, body) => {
    const { faults, call } = await startJob();
    faults.push({ body });
    const error = await rejection(call(), ResponseFormatError);
    expect(error.message).toContain("200 without a JSON body that contains `value`");
  });

  test("when GitHub redirects, and the token of the job goes nowhere else", async () => {
    const { faults, call } = await startJob();
    const elsewhere = await serve({ body: { value: "stolen" } });
    faults.push({ status: 302, headers: { Location: elsewhere.url } });
    expect(await rejection(call(), Error)).toMatchObject({ status: 302, operation: "githubActionsToken" });
    expect(elsewhere.requests).toEqual([]);
  });

  test("when GitHub cannot be reached", async () => {
    const { github, call } = await startJob();
    await github.close();
    const error = await rejection(call(), ConnectionError);
    expect(error.operation).toBe("githubActionsToken");
    expect(error.attempts).toHaveLength(5);
  });

  test("when GitHub is silent for longer than `timeoutMs`", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    const github = await serve(() => undefined);
    setVariables(github.url, requestToken);
    const { call } = connect(cloud, clock, { sts: { subjectToken: githubActionsToken() } });
    const failing = rejection(call(), TimeoutError);
    const { abandoned } = await github.received(1);
    clock.advance(30_000);
    expect((await failing).message).toContain("within 30000 ms");
    await abandoned;
    expect(clock.timers).toBe(0);
  });
});

describe("outside a job that may request ID tokens", () => {
  test.each([
    ["ACTIONS_ID_TOKEN_REQUEST_URL", undefined, undefined],
    ["ACTIONS_ID_TOKEN_REQUEST_URL", "", requestToken],
    ["ACTIONS_ID_TOKEN_REQUEST_TOKEN", "https://github.example", undefined],
  ])("%s is named at once, and the permission", (name, url, token) => {
    setVariables(url, token);
    const { message } = thrown(() => githubActionsToken(), ConfigurationError);
    expect(message).toContain(`githubActionsToken: ${name} is not set`);
    expect(message).toContain("permissions: id-token: write");
  });

  test("a URL that would send the token unencrypted is refused", () => {
    setVariables("http://github.example/token?api-version=2.0", requestToken);
    const { message } = thrown(() => githubActionsToken(), ConfigurationError);
    expect(message).toContain("The environment variable ACTIONS_ID_TOKEN_REQUEST_URL");
    expect(message).toContain("unencrypted");
  });

  test("a token with a line break is refused, and not shown", () => {
    setVariables("https://github.example/token", "hush\n");
    const { message } = thrown(() => githubActionsToken(), ConfigurationError);
    expect(message).toContain("The environment variable ACTIONS_ID_TOKEN_REQUEST_TOKEN");
    expect(message).not.toContain("hush");
  });
});
