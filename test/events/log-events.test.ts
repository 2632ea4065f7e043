import { describe, expect, test } from "vitest";
import { apiKey, type ClientOptions, type Logger, type LogLevel } from "../../src/index.js";
import { openHarness } from "../support/harness/harness.js";

interface Line {
  readonly level: string;
  readonly message: string;
  readonly details: object;
}

function createLogger(): { logger: Logger; lines: Line[] } {
  const lines: Line[] = [];
  const log =
    (level: string) =>
    (message: string, details: object): void =>
      void lines.push({ level, message, details });
  return {
    logger: { debug: log("debug"), info: log("info"), warn: log("warn"), error: log("error") },
    lines,
  };
}

/** What is logged of a call with a server error, a refusal, a broken connection and a success. */
async function linesOf(options: ClientOptions & { logLevel?: LogLevel }): Promise<Line[]> {
  const { logger, lines } = createLogger();
  const { confluent, run, ...harness } = await openHarness({
    auth: apiKey({ key: "KEY-OF-CALLER", secret: "SECRET-OF-CALLER" }),
    headers: { Cookie: "SECRET-cookie", "X-Api-Token": "SECRET-header" },
    logger,
    ...options,
  });
  harness.respondWith([
    { status: 500, headers: { "set-cookie": "SECRET-cookie" }, body: { message: "SECRET-body" } },
    { status: 429, headers: { "retry-after": "1" } },
    "reset",
  ]);
  await run(confluent.things.get("a", { token: "SECRET-query", page_size: 10 }));
  return lines;
}

describe("the log", () => {
  test("at debug has every request and response, retry and pause", async () => {
    const lines = await linesOf({ logLevel: "debug" });
    expect(lines.map(({ level, message }) => `${level} ${message.replace(/127[^/]*/, "host")}`)).toEqual([
      "debug confluent-cloud-sdk: getThing: GET host/things/a",
      "warn confluent-cloud-sdk: getThing: 500 after 0 ms",
      "warn confluent-cloud-sdk: getThing: 500, again in 250 ms",
      "debug confluent-cloud-sdk: getThing: GET host/things/a",
      "info confluent-cloud-sdk: getThing: 429 after 0 ms",
      "warn confluent-cloud-sdk: rate limit used up, all calls wait 1000 ms",
      "warn confluent-cloud-sdk: getThing: 429, again in 1075 ms",
      "debug confluent-cloud-sdk: getThing: GET host/things/a",
      expect.stringMatching(/^error confluent-cloud-sdk: getThing: .+ after 0 ms$/),
      "warn confluent-cloud-sdk: getThing: ConnectionError, again in 1000 ms",
      "debug confluent-cloud-sdk: getThing: GET host/things/a",
      "info confluent-cloud-sdk: getThing: 200 after 0 ms",
    ]);
  });

  test.each<[LogLevel | undefined, string[]]>([
    ["debug", ["debug", "info", "warn", "error"]],
    ["info", ["info", "warn", "error"]],
    ["warn", ["warn", "error"]],
    [undefined, ["warn", "error"]],
    ["error", ["error"]],
    ["off", []],
  ])("at %s has lines of %j", async (logLevel, levels) => {
    const lines = await linesOf(logLevel ? { logLevel } : {});
    expect(new Set(lines.map(({ level }) => level))).toEqual(new Set(levels));
  });

  test("contains only allow-listed headers and query values", async () => {
    const lines = await linesOf({ logLevel: "debug" });
    const text = JSON.stringify(lines);
    expect(text).not.toMatch(/SECRET|KEY-OF|authorization|cookie|api-token/i);
    expect(text).toContain('"query":{"token":"[hidden]","page_size":"10"}');
  });

  const full = new Error("the disk is full");
  test.each<[string, () => unknown]>([
    [
      "throws",
      () => {
        throw full;
      },
    ],
    ["returns a promise that rejects", () => Promise.reject(full)],
    ["returns a promise that never settles", () => new Promise(() => undefined)],
  ])("does not affect a call when the logger %s", async (_, write) => {
    const logger = { debug: write, info: write, warn: write, error: write };
    const { confluent, run } = await openHarness({ logger, logLevel: "debug" });
    expect(await run(confluent.things.get("a"))).toEqual({ id: "thing-1" });
  });

  test("continues when the listener for events throws, and the listener when the logger throws", async () => {
    const { logger, lines } = createLogger();
    const onEvent = (): never => {
      throw new Error("a bug in the metrics");
    };
    const { confluent, run } = await openHarness({ logger, logLevel: "debug", onEvent });
    await run(confluent.things.get("a"));
    expect(lines).toHaveLength(2);
  });
});
