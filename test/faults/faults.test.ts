import { expect, test } from "vitest";
import { CONCURRENCY, runFaults, type Figures, type Remains } from "./run.js";

/** `npm run verify -- faults` makes 10,000. */
const calls = Number(process.env["FAULT_CALLS"] ?? 500);
const seed = Number(process.env["FAULT_SEED"] ?? 1);
const seconds = 150;

/** The server learns late of connections that were given up, and later the busier the machine. */
const MOST_CONNECTIONS = 4 * CONCURRENCY;

const ENDS = new Set([
  "data",
  "aborted",
  "ApiError",
  "ConflictError",
  "ConnectionError",
  "NotFoundError",
  "RateLimitError",
  "ResponseFormatError",
  "ServerError",
  "TimeoutError",
]);

test(
  `${calls} calls to a server that fails in every way all end well or with a typed error`,
  {
    timeout: (seconds + 20) * 1000,
  },
  async () => {
    const figures = await runFaults(calls, seed, seconds);
    print(figures);
    const { outcomes, remains, connections } = figures;
    expect(Object.keys(outcomes).filter((name) => !ENDS.has(name))).toEqual([]);
    expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(calls);
    expect(figures.hanging).toEqual([]);
    expect(figures.unhandled).toEqual([]);
    expect(figures.writtenTwice).toEqual([]);
    expect(connections.most).toBeLessThanOrEqual(MOST_CONNECTIONS);
    expectFlat(...remains);
  },
);

/** The second half leaves no more than the first, apart from random differences. */
function expectFlat(first: Remains, second: Remains): void {
  for (const count of [second.requests, second.responses, second.signals]) expect(count).toBeGreaterThan(0);
  expect(second.timers).toBeLessThanOrEqual(first.timers + 5);
  expect(second.connections).toBeLessThanOrEqual(MOST_CONNECTIONS);
  expect(second.requests).toBeLessThanOrEqual(first.requests + 20);
  expect(second.responses).toBeLessThanOrEqual(first.responses + 20);
  expect(second.signals).toBeLessThanOrEqual(first.signals + 20);
  expect(second.heapMegabytes).toBeLessThan(first.heapMegabytes * 1.2 + 5);
}

function print({ seed, calls, seconds, outcomes, fates, maybeApplied, connections, remains }: Figures): void {
  const requests = Object.values(fates).reduce((sum, count) => sum + count, 0);
  const table = (counts: Record<string, number>): string =>
    Object.entries(counts)
      .sort(([, a], [, b]) => b - a)
      .map(([name, count]) => `  ${String(count).padStart(6)}  ${name}`)
      .join("\n");
  const [first, second] = remains.map((one) => JSON.stringify(one, (_, value: unknown) => rounded(value)));
  console.log(
    [
      `Fault run (seed ${seed}): ${calls} calls, ${requests} requests in ${seconds.toFixed(1)} s`,
      `How the calls ended, ${maybeApplied} of them with maybeApplied:\n${table(outcomes)}`,
      `What the server did:\n${table(fates)}`,
      `Connections: ${connections.opened} opened, at most ${connections.most} at once`,
      `Left after one half: ${first}\nLeft after the other: ${second}`,
    ].join("\n"),
  );
}

function rounded(value: unknown): unknown {
  return typeof value === "number" ? Math.round(value * 10) / 10 : value;
}
