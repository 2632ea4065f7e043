import { beforeEach, expect, expectTypeOf, test, vi } from "vitest";
import {
  apiKey,
  AuthenticationError,
  bearerToken,
  ConnectionError,
  createClient,
  NotFoundError,
  RateLimitError,
  ServerError,
} from "../../../src/index.js";
import { createFakeConfluent } from "../../../src/testing/index.js";

const auth = apiKey({ key: "key", secret: "hunter22" });
const fake = createFakeConfluent();
const confluent = createClient({ fetch: fake.fetch, auth, retry: false });
const { environments } = confluent.org.v2;

beforeEach(() => fake.reset());

test("a seed has what is left out, and its type", () => {
  const [environment] = fake.seed("org.v2.environments", [{ id: "env-7", display_name: "prod" }]);
  expectTypeOf(environment?.display_name).toEqualTypeOf<string | undefined>();
  expect(environment).toMatchObject({ id: "env-7", display_name: "prod", kind: "Environment" });
});

test("a seed of an unknown name, or with an unknown member, says what is near", () => {
  // @ts-expect-error there is no such name
  expect(() => fake.seed("org.v2.environment", [{}])).toThrow("did you mean org.v2.environments?");
  // @ts-expect-error there is no such member
  expect(() => fake.seed("org.v2.environments", [{ displayname: "x" }])).toThrow(
    "did you mean `display_name`?",
  );
  // @ts-expect-error there is no such service
  expect(() => fake.seed("nothing", [])).toThrow("seed: there is no nothing");
});

test("what belongs to something is seeded below it", async () => {
  const place = { provider_id: "op-00000" };
  fake.seed("iam.v2.identityProviders.identityPools", [{ display_name: "pool" }], place);
  expect(await confluent.iam.v2.identityProviders.identityPools.list("op-00000").toArray()).toHaveLength(1);
  expect(() => fake.seed("iam.v2.identityProviders.identityPools", [{}])).toThrow("provider_id");
});

test("an operation is answered by hand, typed by its id", async () => {
  fake.on("getOrgV2Environment", ({ params, query }) => {
    expectTypeOf(params.id).toBeString();
    expectTypeOf(query).toEqualTypeOf<object>();
    return params.id === "env-lost" ? { status: 404, body: { errors: [{ detail: "Lost." }] } } : undefined;
  });
  fake.seed("org.v2.environments", [{ id: "env-kept" }]);
  await expect(environments.get("env-lost")).rejects.toThrow("Lost.");
  expect((await environments.get("env-kept")).id).toBe("env-kept");
  fake.assertDone();
});

test("an answer by hand that the document does not allow is a problem", async () => {
  fake.on("getOrgV2Environment", () => ({ status: 200, body: { id: 7 } }) as never);
  await environments.get("env-1");
  expect(() => fake.assertDone()).toThrow("`body.id` must be string");
});

test("a handler that throws, and one whose header cannot be sent, are problems", async () => {
  fake.on("getOrgV2Environment", ({ params }) => {
    if (params.id === "env-1") throw new Error("the handler has a bug");
    return { status: 404, body: { errors: [] }, headers: { "x y": "1" } };
  });
  await expect(environments.get("env-1")).rejects.toThrow();
  expect(() => fake.assertDone()).toThrow("The handler of getOrgV2Environment threw: the handler has a bug");
  await expect(environments.get("env-2")).rejects.toThrow();
  expect(() => fake.assertDone()).toThrow('whose header "x y" cannot be sent');
});

test.each([{ "x y": "1" }, { "": "1" }, { "x y": "a\nb", ok: "1" }, { ok: "1", "x y": "" }])(
  "a failure with a header that cannot be sent is an error: %j",
  async (headers) => {
    const name = JSON.stringify("" in headers ? "" : "x y");
    expect(() => fake.fail(503, { headers })).toThrow(`the header ${name}`);
    expect(await environments.list().toArray()).toEqual([]);
    fake.assertDone();
  },
);

test("requests fail by script, as often as it says", async () => {
  fake.fail(503, { operation: "listOrgV2Environments" }).times(2);
  fake.fail(404);
  await expect(environments.get("env-1")).rejects.toThrow(NotFoundError);
  await expect(environments.list().toArray()).rejects.toThrow(ServerError);
  expect(() => fake.assertDone()).toThrow("fail(503) of listOrgV2Environments: 1 left");
  await expect(environments.list().toArray()).rejects.toThrow(ServerError);
  expect(await environments.list().toArray()).toEqual([]);
  fake.assertDone();
});

test("a failure says what it is told to, and when to ask again", async () => {
  fake.fail(503, { detail: "Closed for repairs.", retryAfterSeconds: 7 });
  await expect(environments.list().toArray()).rejects.toMatchObject({
    message: expect.stringContaining("Closed for repairs.") as string,
    retryAfterMs: 7_000,
  });
  fake.fail(503, { retryAfterSeconds: 7, headers: { "Retry-After": "0" } });
  await expect(environments.list().toArray()).rejects.toMatchObject({ retryAfterMs: 0 });
});

test("a message in a page is text there", async () => {
  fake.fail(429, { operation: "getKafkaCluster", detail: "<script>'a' & b</script>" });
  const response = await fake.fetch("https://pkc-00000.example.com/kafka/v3/clusters/lkc-00000");
  expect(response.headers.get("content-type")).toContain("text/html");
  expect(await response.text()).toContain("<body>&lt;script&gt;'a' &amp; b&lt;/script&gt;</body>");
});

test("a client with retries gets over failures", async () => {
  fake.fail(503).times(2);
  fake.fail("network");
  const retrying = createClient({ fetch: fake.fetch, auth, retry: { baseDelayMs: 1 } });
  expect(await retrying.org.v2.environments.list().toArray()).toEqual([]);
  expect(fake.requests.map(({ status }) => status)).toEqual([503, 503, undefined, 200]);
});

test("a body that breaks off is a connection that failed", async () => {
  fake.truncate();
  await expect(environments.list().toArray()).rejects.toThrow(ConnectionError);
});

test("more requests than the limit are refused until the window ends", async () => {
  let time = 0;
  const limited = createFakeConfluent({ now: () => time });
  limited.rateLimit({ limit: 1, windowSeconds: 30 });
  // A client of its own each time, as one would wait for the window.
  const list = (): Promise<unknown> =>
    createClient({ fetch: limited.fetch, auth, retry: false }).org.v2.environments.list().toArray();
  await list();
  time = 10_000;
  const refused = await list().catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(RateLimitError);
  expect(refused).toMatchObject({ retryAfterMs: 20_000 });
  time = 30_000;
  expect(await list()).toEqual([]);
});

test("a token that expired is not accepted any more, another one is", async () => {
  let token = "one";
  const client = createClient({ fetch: fake.fetch, auth: bearerToken(() => token), retry: false });
  await client.org.v2.environments.list().toArray();
  fake.expireToken();
  await expect(client.org.v2.environments.list().toArray()).rejects.toThrow(AuthenticationError);
  token = "two";
  expect(await client.org.v2.environments.list().toArray()).toEqual([]);
});

test("a delay uses the timers, and nothing else does", async () => {
  vi.useFakeTimers();
  try {
    expect(await environments.list().toArray()).toEqual([]);
    fake.delay(10_000);
    const list = environments.list().toArray();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await list).toEqual([]);
  } finally {
    vi.useRealTimers();
  }
});

test("requests are recorded without secrets", async () => {
  await environments.create({ display_name: "prod" });
  expect(fake.requests).toMatchObject([
    {
      operation: "createOrgV2Environment",
      method: "POST",
      path: "/org/v2/environments",
      body: { display_name: "prod" },
      headers: { authorization: "Basic [redacted]" },
      status: 201,
    },
  ]);
  expect(JSON.stringify(fake.requests)).not.toContain(btoa("key:hunter22"));
});

test("a request for nothing is a problem", async () => {
  expect((await fake.fetch("https://api.confluent.cloud/org/v2/nothing")).status).toBe(404);
  expect(
    (await fake.fetch("https://api.confluent.cloud/org/v2/environments", { method: "PUT" })).status,
  ).toBe(405);
  expect(() => fake.assertDone()).toThrow(/no operation.*GET, POST|\/org\/v2\/nothing/s);
});

test("what is asked for by an unknown operation is an error", () => {
  expect(() => fake.fail(503, { operation: "listOrgV2Environment" })).toThrow(
    "did you mean listOrgV2Environments?",
  );
  expect(() => fake.fail(200)).toThrow("the status must be 400 to 599");
  expect(() => fake.fail(503).times(0)).toThrow("a whole number above zero");
});

test("what is no number of milliseconds, of seconds or of requests is an error", () => {
  expect(() => fake.fail(503, { retryAfterSeconds: 0.5 })).toThrow("a whole number, zero or more, not 0.5");
  expect(() => fake.fail(503, { retryAfterSeconds: -1 })).toThrow("a whole number, zero or more, not -1");
  expect(() => fake.delay(Infinity)).toThrow("the milliseconds must be 0 to 2147483647, not Infinity");
  expect(() => fake.delay(-1)).toThrow("the milliseconds must be 0 to 2147483647, not -1");
  expect(() => fake.rateLimit({ limit: 1.5, windowSeconds: 1 })).toThrow("`limit` must be a whole number");
  expect(() => fake.rateLimit({ limit: 1, windowSeconds: 0 })).toThrow("`windowSeconds` must be above zero");
  fake.assertDone();
});

test("a caller that does not wait any more gets the reason of its signal, whatever the fake waits for", async () => {
  const reason = new Error("enough");
  const list = (): [AbortController, Promise<Response>] => {
    const controller = new AbortController();
    const headers = { authorization: `Basic ${btoa("key:secret")}` };
    const { signal } = controller;
    return [controller, fake.fetch("https://api.confluent.cloud/org/v2/environments", { headers, signal })];
  };
  const called = vi.fn(() => new Promise<undefined>(() => undefined));
  fake.on("listOrgV2Environments", called);
  const [ofHandler, handled] = list();
  await vi.waitFor(() => expect(called).toHaveBeenCalled());
  ofHandler.abort(reason);
  await expect(handled).rejects.toBe(reason);

  fake.delay(2_147_483_647);
  const [ofDelay, delayed] = list();
  await vi.waitFor(() => expect(fake.requests).toHaveLength(2));
  ofDelay.abort(reason);
  await expect(delayed).rejects.toBe(reason);
});

test("the time is that of fake timers, also of those that come after the fake", async () => {
  vi.useFakeTimers({ now: Date.UTC(2025, 0, 31) });
  try {
    const { metadata } = await environments.create({ display_name: "prod" });
    expect(metadata?.created_at).toBe("2025-01-31T00:00:00.000Z");
  } finally {
    vi.useRealTimers();
  }
});

test("a fake of no document is an error", () => {
  expect(() => createFakeConfluent({ documents: [] })).toThrow("`documents` is empty");
});
