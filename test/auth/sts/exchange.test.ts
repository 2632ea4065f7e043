import { describe, expect, test } from "vitest";
import { serve } from "../../support/server.js";
import { connect } from "./support/client.js";
import { startCloud } from "./support/cloud.js";
import { startClock } from "./support/clock.js";

describe("the exchange", () => {
  test("sends the form that Confluent's token service takes, and its access token opens the API", async () => {
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

  test("is an unauthenticated POST that asks for JSON and says who asks", async () => {
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

  test("asks for the life that was asked for, and trusts the one that it got", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    const { call } = connect(cloud, clock, { sts: { expiresInSeconds: 300 } });

    await call();
    expect(cloud.exchanges[0]?.["expires_in"]).toBe("300");
    clock.advance(299_000);
    expect(await call()).toBe(2);
  });

  test("serves the path methods, too", async () => {
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
  test("is below the base URL, with a prefix of its path", async () => {
    const clock = startClock();
    const cloud = await startCloud({ prefix: "/gateway/confluent" });
    const { call } = connect(cloud, clock, { baseUrl: `${cloud.url}/` });

    await call();
    expect(cloud.tokenRequests.map(({ path }) => path)).toEqual(["/gateway/confluent/sts/v1/oauth2/token"]);
  });

  test("is elsewhere where `tokenUrl` says so, to the letter, and gets no access token", async () => {
    const clock = startClock();
    const cloud = await startCloud();
    const elsewhere = await serve(async ({ body, headers }) => {
      const answer = await fetch(`${cloud.url}/sts/v1/oauth2/token`, {
        method: "POST",
        headers: { "Content-Type": String(headers["content-type"]) },
        body,
      });
      return { status: answer.status, body: await answer.json() };
    });
    const { call } = connect(cloud, clock, { sts: { tokenUrl: `${elsewhere.url}/exchange/` } });

    expect(await call()).toBe(1);
    cloud.revoke();
    expect(await call()).toBe(2);
    expect(elsewhere.requests.map(({ url }) => url)).toEqual(["/exchange/", "/exchange/"]);
    expect(elsewhere.requests.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined]);
  });

  test("that redirects is not followed, and the subject token goes no further", async () => {
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
