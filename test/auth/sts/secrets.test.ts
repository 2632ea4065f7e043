import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { ConfluentError, stsToken } from "../../../src/index.js";
import type { CompleteResponse } from "../../support/respond.js";
import { rejection } from "../../support/rejection.js";
import { connect } from "./support/client.js";
import { startCloud, type Cloud } from "./support/cloud.js";
import { waitForRequests } from "./support/wait-for-requests.js";
import { startClock } from "./support/clock.js";
import { IDENTITY_POOL } from "./support/token-service.js";

/** What a person or a log may get to see of a thing. */
function shown(thing: unknown): string {
  const parts = [inspect(thing, { depth: 20, showHidden: true, getters: true }), JSON.stringify(thing)];
  if (thing instanceof Error) parts.push(String(thing), thing.message, thing.stack ?? "");
  return parts.join("\n");
}

/** Every token that has been sent or given so far; JWTs without their signature are no secret, and no use. */
function secretsOf(cloud: Cloud): string[] {
  const subjectTokens = cloud.exchanges.map(({ subject_token = "" }) => subject_token);
  return [...subjectTokens, ...cloud.accessTokens].map((token) => token.split(".").at(-1) ?? "");
}

function expectNoSecret(text: string, secrets: readonly string[]): void {
  expect(secrets.length).toBeGreaterThan(0);
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(40);
    expect(text).not.toContain(secret);
  }
}

test("inspecting the `auth` and the client shows no token", async () => {
  const clock = startClock();
  const cloud = await startCloud();
  const subjectToken = await cloud.identityProvider.issueToken();
  const auth = stsToken({ identityPoolId: IDENTITY_POOL, subjectToken });
  const { client, call } = connect(cloud, clock, { auth });
  await call();
  expectNoSecret(shown(auth) + shown(client), secretsOf(cloud));
});

test("logging at the level `debug`, and events, show no token", async () => {
  const clock = startClock();
  const cloud = await startCloud();
  const lines: unknown[] = [];
  const write = (...line: unknown[]): void => void lines.push(line);
  const logger = { debug: write, info: write, warn: write, error: write };
  const { call, events } = connect(cloud, clock, { logger, logLevel: "debug" });

  await call();
  cloud.revoke();
  await call();
  clock.advance(800_000);
  cloud.tokenFaults.push({ status: 400 });
  await call();
  await waitForRequests(events, { exchanges: 3 });

  expect(lines.length).toBeGreaterThan(10);
  expectNoSecret(lines.map(shown).join("\n") + shown(events), secretsOf(cloud));
});

describe("an error shows no token", () => {
  // The token service repeats what it was sent, in every place that a body has.
  const echo = (token: string): [string, CompleteResponse][] => [
    ["OAuth's form", { status: 400, body: { error: token, error_description: `bad token: ${token}` } }],
    ["{errors: […]}", { status: 401, body: { errors: [{ detail: token, title: token, id: token }] } }],
    ["text", { status: 403, body: `bad token: ${token}` }],
    ["JSON that breaks off", { status: 500, body: `{"error": "${token}` }],
    ["a success that is not JSON", { status: 200, body: token }],
    ["a success with the token elsewhere", { status: 200, body: { token, nested: { access_token: token } } }],
    ["a success that breaks off", { status: 200, body: `{"access_token": "${token}` }],
  ];

  test.each(echo("").map(([name], index) => [name, index] as const))("for %s", async (_, index) => {
    const clock = startClock();
    const cloud = await startCloud();
    const subjectToken = await cloud.identityProvider.issueToken();
    const fault = echo(subjectToken)[index]?.[1];
    cloud.tokenFaults.push(fault ?? {});
    const { call } = connect(cloud, clock, { retry: false, sts: { subjectToken } });

    const error = await rejection(call(), ConfluentError);
    const text = shown(error) + ("body" in error ? shown(error.body) : "");
    expectNoSecret(text, [subjectToken.split(".").at(-1) ?? ""]);
    expect(text).not.toContain(subjectToken);
  });

  test.each<[string, (token: string) => CompleteResponse]>([
    ["a header", (token) => ({ status: 400, headers: { "X-Request-Id": token, "X-Debug": token } })],
    ["the media type of a success", (token) => ({ headers: { "Content-Type": `text/${token}` }, body: "" })],
    [
      "the target of a redirect",
      (token) => ({ status: 302, headers: { Location: `https://a.example/${token}` } }),
    ],
  ])("that repeats it in %s", async (_, echo) => {
    const clock = startClock();
    const cloud = await startCloud();
    const subjectToken = await cloud.identityProvider.issueToken();
    cloud.tokenFaults.push(echo(subjectToken));
    const { call, events } = connect(cloud, clock, { retry: false, sts: { subjectToken } });
    const error = await rejection(call(), ConfluentError);
    const headers = "headers" in error ? [...(error.headers as Headers)] : [];
    const signature = subjectToken.split(".").at(-1) ?? "";
    expectNoSecret(shown(error) + shown(headers) + shown(events), [signature]);
    expect(shown(error)).toContain("exchangeStsV1OauthToken");
  });

  test("when `fetch` quotes the request", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    const subjectToken = await cloud.identityProvider.issueToken();
    const fetch = async (request: Request): Promise<never> => {
      throw new TypeError(`no mock for ${await request.text()}`);
    };
    const { call } = connect(cloud, clock, { retry: false, sts: { subjectToken }, fetch });
    const text = shown(await rejection(call(), ConfluentError));
    expect(text).toContain("subject_token=[hidden]");
    expect(text).not.toContain(subjectToken);
  });

  test("when the API refuses it", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    const { call } = connect(cloud, clock);
    cloud.refusesAll = true;
    expectNoSecret(shown(await rejection(call(), ConfluentError)), secretsOf(cloud));
  });

  test("when the connection breaks", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    const subjectToken = await cloud.identityProvider.issueToken();
    const { call } = connect(cloud, clock, {
      retry: false,
      sts: { subjectToken },
      fetch: () => Promise.reject(new TypeError("fetch failed")),
    });
    const text = shown(await rejection(call(), ConfluentError));
    expectNoSecret(text, [subjectToken.split(".").at(-1) ?? ""]);
  });
});
