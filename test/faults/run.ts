import { setTimeout as delay } from "node:timers/promises";
import { setFlagsFromString, queryObjects } from "node:v8";
import { runInNewContext } from "node:vm";
import { buildClient } from "../../src/client/build-client.js";
import { bearerToken, ConfluentError } from "../../src/index.js";
import { operations } from "../support/harness/operations.js";
import { callOf, type Things } from "../support/harness/things.js";
import { createRandom, pick } from "./random.js";
import { startFaultyServer, type Fate, type FaultyServer } from "./server.js";

/** What is left when nothing is under way. */
export interface Remains {
  readonly heapMegabytes: number;
  readonly timers: number;
  readonly connections: number;
  readonly requests: number;
  readonly responses: number;
  readonly signals: number;
}

export interface Figures {
  readonly seed: number;
  readonly calls: number;
  readonly seconds: number;
  /** How the calls ended: "data", "aborted", the name of a typed error, or what should not be. */
  readonly outcomes: Record<string, number>;
  readonly maybeApplied: number;
  /** Calls that had not ended when the time was up. */
  readonly hanging: readonly string[];
  readonly unhandled: readonly unknown[];
  readonly fates: Record<Fate, number>;
  /** Writes that were received again although they had not been refused. */
  readonly writtenTwice: readonly string[];
  readonly connections: FaultyServer["connections"];
  /** After the first half of the calls, and after the second. */
  readonly remains: readonly [Remains, Remains];
}

const CALLS = { GET: 40, list: 10, POST: 25, PATCH: 10, PUT: 5, DELETE: 5, HEAD: 5 };
/** Those that a second request could apply a second time. */
const WRITES = /^(POST|PATCH)/;
export const CONCURRENCY = 50;

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Makes calls of all kinds to a server that fails in every way it can, and reports their results. */
export async function runFaults(calls: number, seed: number, secondsAtMost: number): Promise<Figures> {
  const random = createRandom(seed);
  const server = await startFaultyServer(createRandom(seed + 1));
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  process.on("unhandledRejection", note);
  const confluent = buildClient(
    {
      auth: bearerToken("token"),
      baseUrl: server.url,
      timeoutMs: 500,
      maxConcurrency: CONCURRENCY,
      retry: { baseDelayMs: 5, maxDelayMs: 20 },
    },
    operations,
  ) as Things;
  const longLived = new AbortController();
  const outcomes: Record<string, number> = {};
  const pending = new Set<string>();
  let maybeApplied = 0;

  const call = async (name: string): Promise<void> => {
    const kind = pick(CALLS, random);
    const label = `${kind} ${name}`;
    pending.add(label);
    const aborts = random() < 0.03;
    const own = new AbortController();
    const timer = aborts ? setTimeout(() => own.abort("enough"), random() * 50) : undefined;
    const options = { headers: { "x-call": label }, signal: aborts ? own.signal : longLived.signal };
    if (random() < 0.05) Object.assign(options, { totalTimeoutMs: 20 + random() * 400 });
    try {
      await (kind === "list"
        ? confluent.things.list({}, options).toArray()
        : callOf(confluent, kind, options));
      count("data");
    } catch (error) {
      if (error instanceof ConfluentError) count(error.name);
      else count(error === "enough" ? "aborted" : `untyped: ${String(error)}`);
      if (error instanceof ConfluentError && error.maybeApplied) maybeApplied++;
    } finally {
      clearTimeout(timer);
      pending.delete(label);
    }
  };
  const count = (outcome: string): void => void (outcomes[outcome] = (outcomes[outcome] ?? 0) + 1);

  /** As many callers as keep the client busy, with some in its queue. */
  const half = async (from: number, to: number): Promise<Remains> => {
    let next = from;
    const caller = async (): Promise<void> => {
      while (next < to) await call(String(next++));
    };
    await Promise.all(Array.from({ length: CONCURRENCY * 2 }, caller));
    return remainsOf(server);
  };
  const start = performance.now();
  const isOver = new AbortController();
  const work = (async () => [await half(0, calls / 2), await half(calls / 2, calls)] as const)();
  const remains = await Promise.race([
    work,
    delay(secondsAtMost * 1000, undefined, { signal: isOver.signal }).catch(() => undefined),
  ]);
  isOver.abort();
  const seconds = (performance.now() - start) / 1000;
  process.off("unhandledRejection", note);
  await server.close();
  if (!remains) throw new Error(`Not over after ${secondsAtMost} s; under way: ${[...pending].join(", ")}`);
  return {
    seed,
    calls,
    seconds,
    outcomes,
    maybeApplied,
    hanging: [...pending],
    unhandled,
    fates: Object.fromEntries(server.fates) as Record<Fate, number>,
    writtenTwice: server.receivedAgain.filter((name) => WRITES.test(name)),
    connections: server.connections,
    remains: [...remains],
  };
}

async function remainsOf({ connections }: FaultyServer): Promise<Remains> {
  for (let round = 0; round < 5; round++) {
    collectGarbage();
    await new Promise((resolve) => setImmediate(resolve));
  }
  // One of each that certainly is there: a count of none would be a count of nothing.
  const witnesses = [new Request("http://localhost"), new Response(), new AbortController().signal];
  const left = (constructor: unknown): number => queryObjects(constructor as () => void, { format: "count" });
  const remains = {
    heapMegabytes: process.memoryUsage().heapUsed / 2 ** 20,
    timers: process.getActiveResourcesInfo().filter((resource) => resource === "Timeout").length,
    connections: connections.open,
    requests: left(Request),
    responses: left(Response),
    signals: left(AbortSignal),
  };
  witnesses.length = 0;
  return remains;
}
