import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test, vi } from "vitest";
import { bundle } from "../../support/bundle.js";
import { startClock } from "./support/clock.js";
import { connect } from "./support/client.js";
import { startCloud } from "./support/cloud.js";
import { waitForRequests } from "./support/wait-for-requests.js";
import { serve, type TestServer } from "../../support/server.js";

/** A token service that grants as many tokens as told and then hangs, and an API. */
async function serveTokens(granted: number): Promise<TestServer> {
  let tokens = 0;
  return serve(({ url }) => {
    if (!url.endsWith("/oauth2/token")) return { body: { id: "env-00000" } };
    return tokens++ < granted ? { body: { access_token: "token", expires_in: 900 } } : "stall";
  });
}

/** Runs a program that has a client with a token of 900 seconds, and can let time pass. Resolves to its exit code. */
async function runToEnd({ url }: TestServer, program: string): Promise<number> {
  const sdk = await bundle("es");
  const setup = `
    import { createClient, stsToken } from ${JSON.stringify(sdk)};
    let passed = 0;
    const now = performance.now.bind(performance);
    performance.now = () => now() + passed;
    const auth = stsToken({ identityPoolId: "pool-1", subjectToken: "subject" });
    const confluent = createClient({ baseUrl: ${JSON.stringify(url)}, auth });
    const call = (options) => confluent.org.v2.environments.get("env-00000", {}, options);
  `;
  const child = spawn(process.execPath, ["--input-type=module", "-e", setup + program], { stdio: "inherit" });
  const [code] = (await once(child, "exit")) as [number];
  return code;
}

test("a program ends while its token is renewed in the background", async () => {
  const server = await serveTokens(1);
  expect(await runToEnd(server, "await call(); passed = 800_000; await call();")).toBe(0);
  const paths = server.requests.map(({ url }) => url);
  expect(paths.filter((path) => path.endsWith("/oauth2/token"))).toHaveLength(2);
});

test("a program ends while a token is exchanged that no call waits for any more", async () => {
  const server = await serveTokens(0);
  expect(await runToEnd(server, "await call({ totalTimeoutMs: 500 }).catch(() => undefined);")).toBe(0);
  expect(server.requests).toHaveLength(1);
});

test("an exchange ends a second after the last call, and the next call begins another", async () => {
  const clock = startClock();
  const cloud = await startCloud();
  const { call, events } = connect(cloud, clock);
  expect(await call()).toBe(1);
  const release = cloud.holdExchanges();
  clock.advance(900_000 - 100_000);
  expect(await call()).toBe(1);
  await cloud.exchanged(2);
  clock.advance(1_000);
  await waitForRequests(events, { exchanges: 2 });
  expect(clock.timers).toBe(0);

  clock.advance(5_000);
  release();
  // Access tokens are numbered as they are issued, so the abandoned one has to come before the next.
  await vi.waitUntil(() => cloud.accessTokens.length === 2, { timeout: 10_000, interval: 1 });
  expect(await call()).toBe(1);
  await waitForRequests(events, { exchanges: 3 });
  expect(await call()).toBe(3);
});
