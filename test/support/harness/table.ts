import { readFileSync } from "node:fs";
import { expect } from "vitest";
import {
  ApiError,
  bearerToken,
  ConfigurationError,
  ConfluentError,
  type CallOptions,
  type ClientOptions,
} from "../../../src/index.js";
import type { HarnessResponse } from "./responses.js";
import { openHarness, type Harness } from "./harness.js";
import { callOf, type Method } from "./things.js";

/** The result of a call: "data", or the error that it rejects with; a field that is absent must be absent. */
type Result =
  | "data"
  | {
      readonly error: string;
      readonly status?: number;
      /** "some": a number that depends on today's date. */
      readonly retryAfterMs?: number | "some";
      readonly maybeApplied?: true;
      /** The number of attempts on the error. */
      readonly attempts: number;
    };

/** What is done with the client, and what is expected. */
interface Step {
  /** Calls made at once. Default: 1. */
  readonly calls?: number;
  /** How often all this is done, one after the other. Default: 1. */
  readonly times?: number;
  /** The options of each call. */
  readonly options?: CallOptions;
  /** What becomes of each request, in order. */
  readonly responses?: readonly HarnessResponse[];
  /** How many requests the server gets. */
  readonly requests: number;
  /** Milliseconds between the end of an attempt and the next one. */
  readonly waits?: readonly number[];
  /** When each request is sent, in milliseconds from the beginning of the step. */
  readonly sentAt?: readonly number[];
  /** When the last call ends. */
  readonly endedAt?: number;
  /** The result of each call. */
  readonly result?: Result;
  /** The results in order, where calls differ. */
  readonly results?: readonly Result[];
  /** The delays of the pauses that the client announces. */
  readonly pauses?: readonly number[];
  /** What the client then knows about the rate limit; `resetInMs` from the end of the step. */
  readonly rateLimit?: { limit?: number; remaining?: number; resetInMs?: number } | null;
}

/** A rule, and the example that proves it. */
export interface Row extends Partial<Step> {
  /** The rule, as a sentence. */
  readonly name: string;
  /** The methods that the rule is tried with. Default: GET. */
  readonly methods?: readonly Method[];
  /** The client's options. */
  readonly client?: ClientOptions;
  /** Gives a new token for each request. Default: always the same token. */
  readonly auth?: "fresh for each request";
  /** Replaces random numbers, from 0 up to 1. Default: 0.5. */
  readonly random?: number;
  /** The client is not made: what the error says. */
  readonly refused?: string;
  /** Several steps with the same client, in place of one. */
  readonly steps?: readonly Step[];
}

/** Reads a table. JSON has neither infinity nor NaN: they are strings there. */
export function readTable(file: URL): Row[] {
  const revive = (_: string, value: unknown): unknown =>
    value === "Infinity" ? Infinity : value === "NaN" ? NaN : value;
  return JSON.parse(readFileSync(file, "utf8"), revive) as Row[];
}

/** Plays a row, and fails when something else happens. */
export async function play(row: Row, method: Method): Promise<void> {
  let tokens = 0;
  const auth = row.auth && { auth: bearerToken(() => `token-${++tokens}`) };
  if (row.refused !== undefined) {
    const error = await openHarness(row.client).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConfigurationError);
    return expect((error as Error).message).toContain(row.refused);
  }
  const harness = await openHarness({ ...row.client, ...auth }, row.random);
  for (const step of row.steps ?? [row as Step]) {
    for (let time = 0; time < (step.times ?? 1); time++) await playStep(step, method, harness);
  }
  expect(harness.clock.timers, "timers left behind").toBe(0);
}

async function playStep(step: Step, method: Method, harness: Harness): Promise<void> {
  const { clock, confluent, events, sentAt, endedAt } = harness;
  const { calls = 1, options, results = Array.from({ length: calls }, () => step.result) } = step;
  const start = clock.now();
  const before = { sent: sentAt.length, ended: endedAt.length, events: events.length };
  harness.respondWith(step.responses ?? []);
  const calling = Array.from({ length: calls }, () =>
    callOf(confluent, method, options).then(() => "data", describeError),
  );
  const found = await harness.run(Promise.all(calling));
  const sent = sentAt.slice(before.sent);
  const ended = endedAt.slice(before.ended);

  expect(found).toEqual(results.map(matcherOf));
  expect(sent.length, "requests").toBe(step.requests);
  const waits = sent.slice(1).map((time, index) => time - (ended[index] ?? NaN));
  if (step.waits) expect(waits, "waits").toEqual(step.waits);
  if (step.sentAt) expect(sent.map((time) => time - start)).toEqual(step.sentAt);
  if (step.endedAt !== undefined) expect(clock.now() - start, "end").toBe(step.endedAt);
  if (step.pauses) {
    const pauses = events.slice(before.events).filter((event) => event.type === "pause");
    expect(pauses.map(({ delayMs }) => delayMs)).toEqual(step.pauses);
  }
  if (step.rateLimit !== undefined) expect(describeRateLimit(harness)).toEqual(step.rateLimit);
}

function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof ConfluentError)) throw error;
  return {
    error: error.name,
    attempts: error.attempts.length,
    ...(error.maybeApplied && { maybeApplied: true }),
    ...(error instanceof ApiError && {
      status: error.status,
      ...(error.retryAfterMs !== undefined && { retryAfterMs: error.retryAfterMs }),
    }),
  };
}

function matcherOf(result: Result | undefined): unknown {
  if (result === undefined) throw new Error("The row has no result");
  if (result === "data" || result.retryAfterMs !== "some") return result;
  return { ...result, retryAfterMs: expect.any(Number) as number };
}

function describeRateLimit({ confluent, clock }: Harness): unknown {
  if (!confluent.rateLimit) return null;
  const { resetAt, ...rest } = confluent.rateLimit;
  return { ...rest, ...(resetAt && { resetInMs: resetAt.getTime() - clock.epochMs() }) };
}
