import { Console } from "node:console";
import { Transform, Writable } from "node:stream";
import pino from "pino";
import { describe, expect, expectTypeOf, test } from "vitest";
import winston from "winston";
import { ConfigurationError, logEvents, type ClientOptions } from "../../src/index.js";
import { connect } from "../support/client.js";
import { environment, integration } from "../support/integrations.js";
import { thrown } from "../support/rejection.js";
import { serve } from "../support/server.js";

type AnyLogger = NonNullable<ClientOptions["logger"]>;

/** A stream that keeps what is written to it. */
function openSink(): { stream: Writable; text: () => string; lines: () => Record<string, unknown>[] } {
  let text = "";
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  const parse = (line: string): Record<string, unknown> => JSON.parse(line) as Record<string, unknown>;
  return { stream, text: () => text, lines: () => text.trimEnd().split("\n").map(parse) };
}

/** Logs a call that is refused once, and then succeeds. */
async function logCallTo(logger: AnyLogger): Promise<void> {
  const server = await serve([
    { status: 503, headers: { "retry-after": "0", "x-request-id": "req-1" } },
    { headers: { "x-request-id": "req-2" }, body: integration() },
  ]);
  const confluent = connect(server, { logger, logLevel: "debug", retry: { maxRetries: 1 } });
  await confluent.pim.v1.integrations.get("cspi-%d0-%s", { environment });
}

/** What each line of that call says, whatever the logger adds of its own. */
function linesOf(messageKey: string): object[] {
  const operation = "getPimV1Integration";
  const line = (message: string, fields: object): object =>
    expect.objectContaining({
      [messageKey]: expect.stringContaining(`confluent-cloud-sdk: ${operation}: ${message}`) as string,
      operation,
      ...fields,
    }) as object;
  const headers = expect.objectContaining({ accept: "application/json" }) as object;
  const request = { type: "request", method: "GET", headers, query: { environment } };
  const durationMs = expect.any(Number) as number;
  return [
    line("GET 127.0.0.1", { ...request, attempt: 1 }),
    line("503 after", { type: "response", status: 503, requestId: "req-1", durationMs, attempt: 1 }),
    line("503, again in", { type: "retry", reason: 503, delayMs: expect.any(Number) as number, attempt: 2 }),
    line("GET 127.0.0.1", { ...request, attempt: 2 }),
    line("200 after", { type: "response", status: 200, requestId: "req-2", durationMs, attempt: 2 }),
  ];
}

describe("each line has the message and every field of the event", () => {
  test("with pino", async () => {
    const { stream, lines } = openSink();
    await logCallTo(pino({ level: "trace" }, stream));
    expect(lines()).toEqual(linesOf("msg"));
    expect(lines().map(({ level }) => level)).toEqual([20, 40, 40, 20, 30]);
  });

  test("with a child of pino, whose fields stay", async () => {
    const { stream, lines } = openSink();
    await logCallTo(pino({ level: "trace" }, stream).child({ component: "sync" }));
    expect(lines()).toEqual(linesOf("msg"));
    expect(lines()[0]).toMatchObject({ component: "sync" });
  });

  test.each([
    ["winston", winston.format.json()],
    [
      "winston that fills placeholders",
      winston.format.combine(winston.format.splat(), winston.format.json()),
    ],
  ])("with %s", async (_, format) => {
    const { stream, lines } = openSink();
    const logger = winston.createLogger({ level: "silly", format });
    // What its transports write.
    const MESSAGE = Symbol.for("message");
    const toText = new Transform({
      writableObjectMode: true,
      transform: (info: Record<symbol, string>, _, done) => done(null, `${info[MESSAGE] ?? ""}\n`),
    });
    logger.pipe(toText).pipe(stream);
    await logCallTo(logger);
    expect(lines()).toEqual(linesOf("message"));
    expect(lines().map(({ level }) => level)).toEqual(["debug", "warn", "warn", "debug", "info"]);
  });

  test("with a logger in bunyan's order, by its `addStream`", async () => {
    const lines: object[] = [];
    const write = (details: object, msg: string): void => void lines.push({ ...details, msg });
    const addStream = (): void => undefined;
    await logCallTo({ debug: write, info: write, warn: write, error: write, addStream });
    expect(lines).toEqual(linesOf("msg"));
  });

  test("with a console, which takes no part of a URL for a placeholder", async () => {
    const { stream, text } = openSink();
    await logCallTo(new Console(stream));
    expect(text().match(/operation: 'getPimV1Integration'/g)).toHaveLength(5);
    expect(text()).toMatch(/status: 503,\s+requestId: 'req-1'/);
    expect(text()).toContain("/pim/v1/integrations/cspi-%25d0-%25s {");
  });
});

test("an error text with placeholders loses no field on a console", () => {
  const { stream, text } = openSink();
  const details = { operation: "getThing", durationMs: 5, error: "100%d0 of %s" };
  logEvents(new Console(stream))({ type: "response", ...details, headers: {}, attempt: 1 });
  expect(text()).toMatch(/getThing: 100%d0 of %s after 5 ms \{/);
  expect(text()).toMatch(/attempt: 1/);
});

test("the types of console, pino and winston are accepted", () => {
  expectTypeOf<Console>().toExtend<AnyLogger>();
  expectTypeOf<pino.Logger>().toExtend<AnyLogger>();
  expectTypeOf<winston.Logger>().toExtend<AnyLogger>();
  // @ts-expect-error a logger without `error`
  logEvents.bind(undefined, { debug: console.debug, info: console.info, warn: console.warn });
});

describe("what is not a logger or a level", () => {
  const partial = { debug: console.debug, info: console.info, error: console.error };
  test.each([
    ["a logger that calls it `warning`", { ...partial, warning: console.warn }, "warn"],
    ["a string", "console", "debug"],
    ["null", null, "debug"],
  ])("%s is an error that names the missing method", (_, logger, method) => {
    const { message } = thrown(() => logEvents(logger as unknown as AnyLogger), ConfigurationError);
    expect(message).toBe(
      `The logger has no method \`${method}\`: pass \`console\`, or a logger with debug, info, warn and error`,
    );
  });

  test("an unknown level is an error that names the levels", () => {
    const { message } = thrown(() => logEvents(console, "verbose" as "debug"), ConfigurationError);
    expect(message).toBe('logLevel must be one of debug, info, warn, error, off, not "verbose"');
  });
});
