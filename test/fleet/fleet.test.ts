import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import type { Order, Report } from "./program.js";
import { LIMIT, mostInWindow, startService, WINDOW_SECONDS, type Service } from "./service.js";
import { freePort, startStore } from "./store.js";

const PROGRAM = join("build", "fleet", "program.mjs");
const PROCESSES = 3;
const CALLS = 40;

beforeAll(async () => {
  const bundle = await rolldown({ input: "test/fleet/program.ts", platform: "node", external: /^[^./]/ });
  await bundle.write({ file: PROGRAM, format: "esm" });
});

/** Runs the processes of the fleet, which begin together, to their ends. */
async function runFleet({ url }: Service, storePort: number): Promise<Report[]> {
  const order: Order = { url, storePort, calls: CALLS, limit: LIMIT, windowSeconds: WINDOW_SECONDS };
  const children = Array.from({ length: PROCESSES }, () => fork(PROGRAM));
  onTestFinished(() => children.forEach((child) => child.kill()));
  await Promise.all(children.map((child) => once(child, "message")));
  const reports = children.map(async (child) => {
    const [report] = (await once(child, "message")) as [Report];
    return report;
  });
  for (const child of children) child.send(order);
  return Promise.all(reports);
}

const allEndWell = { succeeded: CALLS, failures: [] };

/** What a process says of a store that is out of order: once by an event, and once by a line. */
const oneOutage = {
  ...allEndWell,
  outages: [{ type: "rateLimiter", available: false, error: expect.any(String) as string }],
  warnings: [
    expect.stringMatching(/^confluent-cloud-sdk: the shared rate limiter is not available, /) as string,
  ],
};

test("three processes make 120 calls with a limit of 50 a window, and not one too many", async () => {
  const store = await startStore();
  const service = await startService();
  const reports = await runFleet(service, store.port);
  expect(reports).toEqual(Array(PROCESSES).fill({ ...allEndWell, outages: [], warnings: [] }));
  expect(service.arrivals).toHaveLength(PROCESSES * CALLS);
  expect(service.refused()).toBe(0);
  expect(mostInWindow(service.arrivals)).toBeLessThanOrEqual(LIMIT);
});

test("without a store each process goes on with its own rate limiter, and says so", async () => {
  const service = await startService();
  expect(await runFleet(service, await freePort())).toEqual(Array(PROCESSES).fill(oneOutage));
});

test("a store that stops between the calls holds none of them up, and each process says so", async () => {
  const store = await startStore();
  // Nothing is answered any more until the store is gone: no process can be at its end by then.
  const service = await startService((arrivals) => (arrivals >= 20 ? store.stop() : undefined));
  expect(await runFleet(service, store.port)).toEqual(Array(PROCESSES).fill(oneOutage));
});
