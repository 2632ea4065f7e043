import { Console } from "node:console";
import { Writable } from "node:stream";
import { afterEach, describe, expect, test, vi } from "vitest";
import { apiKey, ConfigurationError, createClient, type ClientOptions } from "../../src/index.js";
import { api } from "../support/api.js";
import { key, secret } from "../support/client.js";
import { environment, integration } from "../support/integrations.js";
import { thrown } from "../support/rejection.js";
import { serve } from "../support/server.js";

const VARIABLE = "CONFLUENT_CLOUD_LOG";
const auth = apiKey({ key, secret });

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

/** A console that writes to a string. */
function openConsole(): { console: Console; text: () => string } {
  let text = "";
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  return { console: new Console(stream), text: () => text };
}

/** What a call writes to the console, and to the logger of the options, with the variable set. */
async function outputOf(value: string, options: ClientOptions = {}): Promise<string[]> {
  vi.stubEnv(VARIABLE, value);
  const { console, text } = openConsole();
  vi.stubGlobal("console", console);
  const server = await serve({ status: 500, body: integration() });
  const confluent = createClient({
    api,
    auth,
    baseUrl: server.url,
    retry: false,
    ...options,
  } as ClientOptions<typeof api>);
  await confluent.GET("/pim/v1/integrations/{id}", {
    params: { path: { id: "cspi-1" }, query: { environment } },
  });
  return [...text().matchAll(/confluent-cloud-sdk: \w+: (GET|500)/g)].map(([, word = ""]) => word);
}

describe(VARIABLE, () => {
  test.each([
    ["debug", ["GET", "500"]],
    ["DEBUG", ["GET", "500"]],
    ["info", ["500"]],
    ["warn", ["500"]],
    ["error", []],
    ["off", []],
    ["", []],
  ])("as %j logs to the console: %j", async (value, words) => {
    expect(await outputOf(value)).toEqual(words);
  });

  test("sets the level of the logger in the options, too", async () => {
    const own = openConsole();
    expect(await outputOf("debug", { logger: own.console })).toEqual([]);
    expect(own.text()).toContain("GET 127.0.0.1");
  });

  test("gives way to the level in the options", async () => {
    expect(await outputOf("debug", { logLevel: "warn" })).toEqual(["500"]);
  });

  test("that is no level is an error that names the levels", () => {
    vi.stubEnv(VARIABLE, "verbose");
    const { message } = thrown(() => createClient({ auth }), ConfigurationError);
    expect(message).toBe(
      `The environment variable ${VARIABLE} must be one of debug, info, warn, error, off, not "verbose"`,
    );
  });

  test.each<[string, unknown]>([
    ["there is no process, as in a browser", undefined],
    ["a browser's bundle has a process without an environment", {}],
    [
      "the environment may not be read, as in Deno",
      {
        get env(): never {
          throw new Error("Requires env access");
        },
      },
    ],
  ])("is not asked for when %s", (_, process) => {
    vi.stubEnv(VARIABLE, "verbose");
    vi.stubGlobal("process", process);
    try {
      expect(() => createClient({ auth })).not.toThrow();
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
