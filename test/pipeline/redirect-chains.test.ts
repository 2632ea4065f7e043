import { expect, test } from "vitest";
import { ConfluentError, apiKey } from "../../src/index.js";
import { createRandom } from "../faults/random.js";
import { callOf, METHODS, thingsAt } from "../support/harness/things.js";
import { serve, type TestServer } from "../support/server.js";

const SEED = 20_240_607;
const CHAINS = 300;

/** Where a server redirects to: a status, and the number of a server with a path. */
interface Step {
  readonly status: number;
  readonly location: string;
}

test("however redirects are chained, nothing of ours reaches an origin that is not named", async () => {
  const random = createRandom(SEED);
  const any = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  let chain: Step[] = [];
  const answer = (): Promise<TestServer> =>
    serve(() => {
      const step = chain.shift();
      return step
        ? { status: step.status, headers: { location: step.location } }
        : { body: { id: "the end" } };
    });
  const [home, named, stranger] = [await answer(), await answer(), await answer()];
  const origins = [
    home.url,
    home.url,
    named.url,
    stranger.url,
    stranger.url.replace("127.0.0.1", "localhost"),
  ];
  const step = (): Step => {
    const path = any(["/base/a", "/base/b", "/base/a/../b", "/outside", "/", "/base/%2e%2e/x"]);
    const location = any([
      any(origins) + path,
      path,
      `//${new URL(any(origins)).host}${path}`,
      "ftp://a/b",
      "",
      "?a=1",
    ]);
    return { status: any([301, 302, 303, 307, 308]), location };
  };
  const confluent = thingsAt(`${home.url}/base`, {
    auth: apiKey({ key: "key", secret: "secret" }),
    redirectOrigins: [named.url],
    headers: { "X-Ours": "1" },
  });
  let ends = 0;
  for (let count = 0; count < CHAINS; count++) {
    chain = Array.from({ length: Math.floor(random() * 8) }, step);
    try {
      await callOf(confluent, any(METHODS));
      ends++;
    } catch (error) {
      expect(error).toBeInstanceOf(ConfluentError);
    }
  }
  expect(stranger.requests).toEqual([]);
  for (const { requests } of [home, named]) {
    expect(requests.length).toBeGreaterThan(10);
    for (const { headers } of requests) expect(headers["x-ours"]).toBe("1");
  }
  for (const { url } of home.requests) expect(url).toMatch(/^\/base\//);
  expect(ends).toBeGreaterThan(CHAINS / 20);
});
