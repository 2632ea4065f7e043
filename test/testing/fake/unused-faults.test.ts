import { beforeEach, expect, test } from "vitest";
import {
  apiKey,
  AuthenticationError,
  bearerToken,
  ConnectionError,
  createClient,
} from "../../../src/index.js";
import { createFakeConfluent } from "../../../src/testing/index.js";

/* A test that scripts a fault means to see it: what did not happen is named at the end. */

const fake = createFakeConfluent();
const tokens = { current: "one" };
const auth = bearerToken(() => tokens.current);
const confluent = createClient({ fetch: fake.fetch, auth, retry: false });
const list = (): Promise<unknown[]> => confluent.org.v2.environments.list().toArray();

beforeEach(() => {
  fake.reset();
  tokens.current = "one";
});

test("a token that expired and was not sent again is a fault that did not happen", async () => {
  await list();
  fake.expireToken();
  expect(() => fake.assertDone()).toThrow(
    "A fault did not happen: expireToken: the token was not sent again",
  );
  tokens.current = "two";
  await list();
  expect(() => fake.assertDone()).toThrow("the token was not sent again");
  tokens.current = "one";
  await expect(list()).rejects.toThrow(AuthenticationError);
  fake.assertDone();
});

test("a token that expires before there is one is refused once it is there", async () => {
  fake.expireToken();
  expect(() => fake.assertDone()).toThrow(
    "A fault did not happen: expireToken: no request had a bearer token",
  );
  const keyed = createClient({ fetch: fake.fetch, auth: apiKey({ key: "k", secret: "s" }), retry: false });
  await keyed.org.v2.environments.list().toArray();
  expect(() => fake.assertDone()).toThrow("no request had a bearer token");
  await expect(list()).rejects.toThrow(AuthenticationError);
  fake.assertDone();
});

test("a token that expires again has to be refused again", async () => {
  await list();
  fake.expireToken();
  await expect(list()).rejects.toThrow(AuthenticationError);
  fake.expireToken();
  expect(() => fake.assertDone()).toThrow("the token was not sent again");
  await expect(list()).rejects.toThrow(AuthenticationError);
  fake.assertDone();
});

test("the token in use is that of the last request, whatever became of it", async () => {
  await list();
  tokens.current = "two";
  fake.fail(503);
  await expect(list()).rejects.toThrow("503");
  fake.expireToken();
  tokens.current = "one";
  await list();
  tokens.current = "two";
  await expect(list()).rejects.toThrow(AuthenticationError);
  fake.assertDone();
});

test("a reset forgets that a token expired", async () => {
  await list();
  fake.expireToken();
  fake.reset();
  await list();
  fake.assertDone();
});

test("what has no body is not truncated: the next response with one is", async () => {
  const [environment] = fake.seed("org.v2.environments", [{}]);
  fake.truncate();
  await confluent.org.v2.environments.delete(environment?.id ?? "");
  expect(() => fake.assertDone()).toThrow("A fault did not happen: truncate: 1 left");
  await expect(list()).rejects.toThrow(ConnectionError);
  fake.assertDone();
});

test("every kind of fault is named with its operation and how often it is left", () => {
  fake.fail(429, { operation: "getOrgV2Environment" }).times(3);
  fake.fail("network");
  fake.delay(5).times(2);
  fake.truncate({ operation: "listOrgV2Environments" });
  fake.expireToken();
  expect(() => fake.assertDone()).toThrow(
    [
      "The fake saw what was not expected:",
      "- A fault did not happen: fail(429) of getOrgV2Environment: 3 left",
      "- A fault did not happen: fail(network): 1 left",
      "- A fault did not happen: delay: 2 left",
      "- A fault did not happen: truncate of listOrgV2Environments: 1 left",
      "- A fault did not happen: expireToken: no request had a bearer token",
    ].join("\n"),
  );
});

test("what has no end need not happen", () => {
  fake.fail(503).always();
  fake.delay(5).always();
  fake.truncate().always();
  fake.rateLimit({ limit: 1, windowSeconds: 1 });
  fake.assertDone();
});
