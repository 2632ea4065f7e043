import { describe, expect, test } from "vitest";
import { ConfigurationError, stsToken } from "../../../src/index.js";
import { thrown } from "../../support/rejection.js";
import { serve } from "../../support/server.js";
import { connect } from "./support/client.js";
import { startClock } from "./support/clock.js";
import { startCloud } from "./support/cloud.js";

const valid = { identityPoolId: "pool-12345", subjectToken: "header.payload.signature" };

describe("an error about an invalid option names it and does not show its value", () => {
  test.each([
    ["undefined", undefined, "is missing"],
    ["null", null, "is missing"],
    ["an empty string", "", "is missing"],
    ["a number", 90210, "must be a string, not number"],
    ["an object", { hush: "hush" }, "must be a string, not object"],
    ["a line break at the end", "hush\n", "line break"],
  ])("%s", (_, value, problem) => {
    for (const name of ["identityPoolId", "subjectToken"]) {
      const options = { ...valid, [name]: value };
      const { message } = thrown(() => stsToken(options), ConfigurationError);
      expect(message).toContain(`stsToken: \`${name}\` `);
      expect(message).toContain(problem);
      expect(message).not.toMatch(/hush|90210/);
    }
  });
});

describe("`expiresInSeconds`", () => {
  test.each([1, 60, 900])("may be %d", (expiresInSeconds) => {
    expect(stsToken({ ...valid, expiresInSeconds })).toHaveProperty("authenticate");
  });

  test.each([0, -1, 901, 1.5, NaN, Infinity, null, "900"])("may not be %s", (value) => {
    const create = () => stsToken({ ...valid, expiresInSeconds: value as never });
    expect(thrown(create, ConfigurationError).message).toBe(
      `stsToken: \`expiresInSeconds\` must be a whole number from 1 to 900, not ${value}`,
    );
  });
});

describe("`tokenUrl`", () => {
  test.each(["https://sts.example/token", "http://localhost:4010/token", "http://127.0.0.1/token"])(
    "may be %s",
    (tokenUrl) => {
      expect(stsToken({ ...valid, tokenUrl })).toHaveProperty("authenticate");
    },
  );

  test.each([
    ["http://sts.example/token", "unencrypted"],
    ["http://10.0.0.1/token", "unencrypted"],
    ["/sts/v1/oauth2/token", "is not a URL"],
    ["", "is not a URL"],
    ["ftp://sts.example/token", "must start with https://"],
    ["https://sts.example/token?pool=1", "query or a fragment"],
    ["https://sts.example/token#here", "query or a fragment"],
  ])('may not be "%s": %s', (tokenUrl, problem) => {
    const { message } = thrown(() => stsToken({ ...valid, tokenUrl }), ConfigurationError);
    expect(message).toContain(`stsToken: \`tokenUrl\` "${tokenUrl}"`);
    expect(message).toContain(problem);
  });

  test("may not contain a password, which is not shown", () => {
    const tokenUrl = "https://user:hush@sts.example/token";
    const { message } = thrown(() => stsToken({ ...valid, tokenUrl }), ConfigurationError);
    expect(message).toContain("contains credentials");
    expect(message).not.toContain("hush");
  });
});

describe("the exchange", () => {
  test("sends the form of Confluent's token service, and the API accepts the access token", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    const subjectToken = await cloud.identityProvider.issueToken({ subject: "repo:acme/billing" });
    const { client } = connect(cloud, clock, { sts: { subjectToken } });

    expect(await client.greetings.get()).toEqual({ accessToken: 1, subject: "repo:acme/billing" });
    expect(cloud.exchanges).toEqual([
      {
        grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
        subject_token: subjectToken,
        subject_token_type: "urn:ietf:params:oauth:token-type:jwt",
        requested_token_type: "urn:ietf:params:oauth:token-type:access_token",
        identity_pool_id: "pool-12345",
      },
    ]);
  });

  test("is a POST without credentials, with the headers Accept and User-Agent", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    await connect(cloud, clock, { userAgent: "billing-sync/2.1" }).call();

    const [request] = cloud.tokenRequests;
    expect(request?.method).toBe("POST");
    expect(request?.headers.authorization).toBeUndefined();
    expect(request?.headers["content-type"]).toMatch(/^application\/x-www-form-urlencoded\b/);
    expect(request?.headers.accept).toBe("application/json");
    expect(request?.headers["user-agent"]).toMatch(/^billing-sync\/2\.1 confluent-cloud-sdk\/\d/);
  });

  test("sends `expiresInSeconds`, and trusts the lifetime in the response", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    const { call } = connect(cloud, clock, { sts: { expiresInSeconds: 300 } });

    await call();
    expect(cloud.exchanges[0]?.["expires_in"]).toBe("300");
    clock.advance(299_000);
    expect(await call()).toBe(2);
  });

  test("provides the token of the path methods too", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    const { client } = connect(cloud, clock);

    expect((await client.GET("/v1/greetings")).data).toMatchObject({ accessToken: 1 });
    expect((await client.GET("/v1/greetings")).data).toMatchObject({ accessToken: 1 });
  });

  test("uses the `fetch` and the events of the client", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    const seen: string[] = [];
    const { call, events } = connect(cloud, clock, {
      fetch: (request, init) => {
        seen.push(`fetch ${new URL(request.url).pathname}`);
        return globalThis.fetch(request, init);
      },
    });

    await call();
    expect(seen).toEqual(["fetch /sts/v1/oauth2/token", "fetch /v1/greetings"]);
    expect(events.map(({ type, ...event }) => [type, "operation" in event && event.operation])).toEqual([
      ["request", "exchangeStsV1OauthToken"],
      ["response", "exchangeStsV1OauthToken"],
      ["request", "getGreeting"],
      ["response", "getGreeting"],
    ]);
  });
});

describe("the token endpoint", () => {
  test("is below the base URL, whose path prefix is kept", async () => {
    const clock = startClock();
    const cloud = await startCloud({ prefix: "/gateway/confluent" });
    const { call } = connect(cloud, clock, { baseUrl: `${cloud.url}/` });

    await call();
    expect(cloud.tokenRequests.map(({ path }) => path)).toEqual(["/gateway/confluent/sts/v1/oauth2/token"]);
  });

  test("is exactly `tokenUrl` when that is given, and gets no access token", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    const elsewhere = await serve(async ({ body, headers }) => {
      const tokenResponse = await fetch(`${cloud.url}/sts/v1/oauth2/token`, {
        method: "POST",
        headers: { "Content-Type": String(headers["content-type"]) },
        body,
      });
      return { status: tokenResponse.status, body: await tokenResponse.json() };
    });
    const { call } = connect(cloud, clock, { sts: { tokenUrl: `${elsewhere.url}/exchange/` } });

    expect(await call()).toBe(1);
    cloud.revoke();
    expect(await call()).toBe(2);
    expect(elsewhere.requests.map(({ url }) => url)).toEqual(["/exchange/", "/exchange/"]);
    expect(elsewhere.requests.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined]);
  });

  test("that redirects is not followed, so the subject token goes nowhere else", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    const elsewhere = await serve({ body: { access_token: "stolen", expires_in: 900 } });
    for (const status of [301, 302, 303, 307, 308]) {
      cloud.tokenFaults.push({ status, headers: { Location: elsewhere.url } });
      const error = await connect(cloud, clock)
        .call()
        .catch((reason: unknown) => reason);
      expect(error).toMatchObject({ name: "ApiError", status, operation: "exchangeStsV1OauthToken" });
    }
    expect(elsewhere.requests).toEqual([]);
    expect(cloud.tokenRequests).toHaveLength(5);
  });
});
