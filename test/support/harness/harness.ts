import { createServer, type AddressInfo } from "node:net";
import { buildClient } from "../../../src/client/build-client.js";
import type { ClientEvent, ClientOptions } from "../../../src/index.js";
import { bearerToken } from "../../../src/index.js";
import type { Fetch } from "../../../src/pipeline/call.js";
import { manualClock, type ManualClock } from "../clock.js";
import { responseFor, type HarnessResponse } from "./responses.js";
import { operations } from "./operations.js";
import { startServer } from "./server.js";
import type { Things } from "./things.js";

/** A client on a manual clock and the real server that it talks to. */
export interface Harness {
  readonly confluent: Things;
  readonly clock: ManualClock;
  readonly url: string;
  readonly events: readonly ClientEvent[];
  /** When each request was sent, and when it ended, by `clock`. */
  readonly sentAt: readonly number[];
  readonly endedAt: readonly number[];
  /** Sets the responses to the requests that follow. */
  readonly respondWith: (responses: readonly HarnessResponse[]) => void;
  /** The requests that the server holds on to, by number. */
  readonly holds: ReadonlySet<number>;
  /** Breaks all connections. */
  readonly hangUp: () => void;
  /** Lets time pass, whenever nothing else can happen, until the promise settles. */
  readonly run: <T>(promise: Promise<T>) => Promise<T>;
  /** Waits until nothing can happen before time passes. */
  readonly calm: () => Promise<void>;
}

/**
 * Opens one until the end of the test.
 *
 * @param random replaces random numbers, from 0 up to 1
 */
export async function openHarness(options: ClientOptions = {}, random = 0.5): Promise<Harness> {
  const clock = manualClock();
  const signals: (AbortSignal | null | undefined)[] = [];
  const events: ClientEvent[] = [];
  const sentAt: number[] = [];
  const endedAt: number[] = [];
  let responses: readonly HarnessResponse[] = [];
  let first = 0;
  const responseOf = (index: number): HarnessResponse => responseFor(responses, index - first);

  const server = await startServer({ clock, responseOf });
  const deadPort = await unusedPort();

  /** Numbers the requests, and misdirects those that must not arrive. */
  const numberedFetch: Fetch = async (request, init) => {
    const next = options.fetch ?? globalThis.fetch;
    const index = sentAt.push(clock.now()) - 1;
    signals.push(init?.signal);
    request.headers.set("x-number", String(index));
    const response = responseOf(index);
    const url = new URL(request.url);
    if (response === "refuse") url.port = String(deadPort);
    else if (response === "unknown host") url.hostname = "nobody.invalid";
    else return next(request, init);
    return next(new Request(url, { method: request.method }), init);
  };
  const onEvent = (event: ClientEvent): unknown => {
    events.push(event);
    if (event.type === "response") endedAt.push(clock.now());
    return options.onEvent?.(event);
  };
  const confluent = buildClient(
    {
      auth: bearerToken("token"),
      baseUrl: server.url,
      ...options,
      fetch: numberedFetch,
      onEvent,
    },
    operations,
    clock,
    () => random,
  ) as Things;

  /** True when the server holds every request under way; it may hold more, of a stream that is being read. */
  const isCalm = (): boolean => {
    const held = [...server.holds].filter((index) => signals[index]?.aborted === false);
    return sentAt.length - endedAt.length <= held.length;
  };
  const calm = async (): Promise<void> => {
    do await turns();
    while (!isCalm());
  };
  return {
    confluent,
    clock,
    url: server.url,
    events,
    sentAt,
    endedAt,
    holds: server.holds,
    hangUp: () => server.hangUp(),
    respondWith(next) {
      responses = next;
      first = sentAt.length;
    },
    calm,
    async run(promise) {
      const state = { settled: false };
      const settle = (): void => void (state.settled = true);
      promise.then(settle, settle);
      for (;;) {
        await calm();
        if (state.settled) return promise;
        if (!clock.advanceToNext())
          throw new Error("The call never settles: no request is under way and no timer is set");
      }
    },
  };
}

/** Lets everything happen that needs only turns of the event loop, such as the reading of a body that has arrived. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** A port that was free a moment ago. */
async function unusedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
