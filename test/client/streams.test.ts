import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { buildClient } from "../../src/client/build-client.js";
import {
  bearerToken,
  ConnectionError,
  NotFoundError,
  readJsonEventStream,
  readJsonStream,
  ResponseFormatError,
  TimeoutError,
  type ApiPromise,
  type CallOptions,
  type ClientOptions,
  type OperationTree,
} from "../../src/index.js";
import { manualClock } from "../support/clock.js";
import { rejection } from "../support/rejection.js";
import { serve, type Responder, type TestServer } from "../support/server.js";

/*
 * An operation whose success is a stream resolves to its items, as they come, on resources and paths.
 */

const NDJSON = "application/x-ndjson";
const EVENTS = "text/event-stream";

const operations = {
  things: {
    watch: {
      id: "watchThings",
      method: "GET",
      path: "/things",
      successes: { 200: [NDJSON, EVENTS, "application/json"] },
      streams: { [NDJSON]: readJsonStream, [EVENTS]: readJsonEventStream },
    },
    produce: {
      id: "produceThings",
      method: "POST",
      path: "/things",
      body: "json",
      successes: { 200: ["application/json"] },
      streams: { "application/json": readJsonStream },
    },
  },
} as const satisfies OperationTree;

type Items = AsyncIterable<unknown>;
interface Things {
  readonly things: {
    readonly watch: (query?: object, options?: CallOptions) => ApiPromise<Items>;
    readonly produce: (body: object, options?: CallOptions) => ApiPromise<Items>;
  };
  readonly GET: (path: string, init?: object) => Promise<{ readonly data?: Items; readonly error?: unknown }>;
}

const clock = manualClock();

function never(): never {
  throw new Error("The call has no data");
}

function connect(server: TestServer, options: ClientOptions = {}): Things {
  return buildClient(
    { auth: bearerToken("token"), baseUrl: server.url, ...options },
    operations,
    clock,
  ) as Things;
}

/** Sends the beginning of a body, and leaves it open; `more` goes on. */
function openStream(type: string, first: string): { responder: Responder; more: (text: string) => void } {
  let write: (text: string) => void = () => undefined;
  return {
    responder: (_request, response) => {
      response.writeHead(200, { "Content-Type": type });
      response.write(first);
      write = (text) => void response.write(text);
      return undefined;
    },
    more: (text) => write(text),
  };
}

/** Reads the next item, and lets the clock fire its timers while nothing comes. */
async function nextWithin(iterator: AsyncIterator<unknown>): Promise<unknown> {
  const next = iterator.next();
  const isSettled = (): Promise<boolean> =>
    Promise.race([
      next.then(
        () => true,
        () => true,
      ),
      new Promise<false>((resolve) => setImmediate(() => resolve(false))),
    ]);
  for (let turn = 1; !(await isSettled()); turn++) {
    if (turn % 20 === 0) clock.advanceToNext();
  }
  return next;
}
describe("a stream", () => {
  test("gives items before it has ended, to a resource and to a path", async () => {
    const { responder, more } = openStream(NDJSON, '{"n":1}\n');
    const server = await serve(responder);
    const calls = [
      () => connect(server).things.watch(),
      async () => (await connect(server).GET("/things")).data ?? never(),
    ];
    for (const call of calls) {
      const items = (await call())[Symbol.asyncIterator]();
      expect(await items.next()).toEqual({ done: false, value: { n: 1 } });
      more('{"n":2}\n');
      expect(await items.next()).toEqual({ done: false, value: { n: 2 } });
      await items.return?.();
    }
  });

  test("is read by the media type of the response", async () => {
    const events = await serve({
      headers: { "Content-Type": EVENTS },
      body: 'event: made\ndata: {"n":1}\n\n',
    });
    const read: unknown[] = [];
    for await (const event of await connect(events).things.watch()) read.push(event);
    expect(read).toEqual([{ event: "made", data: { n: 1 } }]);
    const json = await serve({ body: { n: 1 } });
    expect(await connect(json).things.watch()).toEqual({ n: 1 });
  });

  test("may be JSON values one after the other, where the document says so", async () => {
    const server = await serve({ headers: { "Content-Type": "application/json" }, body: '{"n":1}{"n":2}' });
    const { data, response } = await connect(server).things.produce({}).withResponse();
    const read: unknown[] = [];
    for await (const item of data) read.push(item);
    expect(read).toEqual([{ n: 1 }, { n: 2 }]);
    expect(response.status).toBe(200);
  });

  test("is cancelled when the loop is left, and leaves no timer and no listener", async () => {
    const server = await serve(openStream(NDJSON, '{"n":1}\n').responder);
    const { signal } = new AbortController();
    for await (const item of await connect(server).things.watch({}, { signal })) {
      expect(item).toEqual({ n: 1 });
      break;
    }
    await server.requests[0]?.abandoned;
    expect(getEventListeners(signal, "abort")).toEqual([]);
    expect(clock.timers).toBe(0);
  });

  test("ends with the signal's own reason when the caller aborts", async () => {
    const server = await serve(openStream(NDJSON, '{"n":1}\n').responder);
    const controller = new AbortController();
    const items = (await connect(server).things.watch({}, { signal: controller.signal }))[
      Symbol.asyncIterator
    ]();
    await items.next();
    const next = items.next().catch((error: unknown) => error);
    controller.abort("enough");
    expect(await next).toBe("enough");
    await server.requests[0]?.abandoned;
    expect(clock.timers).toBe(0);
  });

  test("may take longer than `timeoutMs`, but not be silent for as long", async () => {
    const { responder, more } = openStream(NDJSON, '{"n":1}\n');
    const server = await serve(responder);
    const options = { timeoutMs: 1_000, totalTimeoutMs: 3_000 };
    const items = (await connect(server, options).things.watch())[Symbol.asyncIterator]();
    for (let n = 2; n < 6; n++) {
      expect(await items.next()).toEqual({ done: false, value: { n: n - 1 } });
      // The time that the caller takes does not count.
      clock.advance(5_000);
      more(`{"n":${n}}\n`);
    }
    await items.next();
    const error = await rejection(nextWithin(items), TimeoutError);
    expect(error.message).toBe("The response sent nothing for 1000 ms (watchThings)");
    expect(error).toMatchObject({ operation: "watchThings", attempts: [{ status: 200 }] });
    expect(error).not.toHaveProperty("maybeApplied");
    await server.requests[0]?.abandoned;
    expect(clock.timers).toBe(0);
  });

  test("that breaks is a ConnectionError, of a write with `maybeApplied`", async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { "Content-Type": "application/json" });
      response.write('{"n":1}', () => response.destroy());
      return undefined;
    });
    const items = (await connect(server).things.produce({}))[Symbol.asyncIterator]();
    const readAll = async (): Promise<void> => {
      while (!(await items.next()).done);
    };
    const error = await rejection(readAll(), ConnectionError);
    expect(error.message).toMatch(/^The response broke off: .+ \(produceThings\)$/);
    expect(error).toMatchObject({ maybeApplied: true });
  });

  test("with an item that is not JSON is a ResponseFormatError, and is cancelled", async () => {
    const server = await serve(openStream(NDJSON, '{"n":1}\noops\n').responder);
    const items = (await connect(server).things.watch())[Symbol.asyncIterator]();
    await items.next();
    const error = await rejection(items.next() as Promise<unknown>, ResponseFormatError);
    expect(error.message).toBe("200 with an item that is not JSON (watchThings)");
    await server.requests[0]?.abandoned;
  });

  test("has no limit but that of an item", async () => {
    const server = await serve({ headers: { "Content-Type": NDJSON }, body: '{"n":1}\n'.repeat(100) });
    const limited = { maxResponseBytes: 50 };
    let count = 0;
    for await (const item of await connect(server, limited).things.watch()) {
      expect(item).toEqual({ n: 1 });
      count++;
    }
    expect(count).toBe(100);
    const long = await serve({ headers: { "Content-Type": NDJSON }, body: `[${"1,".repeat(100)}` });
    const items = (await connect(long, limited).things.watch())[Symbol.asyncIterator]();
    const error = await rejection(items.next() as Promise<unknown>, ResponseFormatError);
    expect(error.message).toBe("200 with an item of more than 50 characters (watchThings)");
  });

  test("that fails before it begins rejects as any call, after its retries", async () => {
    const server = await serve([{ status: 404, body: { errors: [{ detail: "none" }] } }, { status: 404 }]);
    await rejection(connect(server).things.watch(), NotFoundError);
    const { error } = await connect(server).GET("/things");
    expect(error).toBeTruthy();
  });

  test("passes middlewares, which see the response before its body", async () => {
    const server = await serve(openStream(NDJSON, '{"n":1}\n').responder);
    const client = connect(server) as Things & { use: (middleware: object) => void };
    const seen: number[] = [];
    client.use({ onResponse: ({ response }: { response: Response }) => void seen.push(response.status) });
    for await (const item of await client.things.watch()) {
      expect(item).toEqual({ n: 1 });
      break;
    }
    expect(seen).toEqual([200]);
  });
});
