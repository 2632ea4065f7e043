import { once } from "node:events";
import { readArguments } from "../shared/arguments.js";
import { UsageError, CommandError } from "../shared/command-error.js";
import type { ExitCode } from "../shared/exit-code.js";
import { requirePeers } from "../shared/peers.js";
import type { Terminal } from "./terminal.js";

const OPTIONS = {
  port: { type: "string", default: "4010" },
  fake: { type: "boolean", default: false },
  cors: { type: "boolean", default: false },
} as const;

/** The parts of `confluent-cloud-sdk/testing` that matter here; scripts are compiled without src. */
interface Testing {
  createFakeConfluent(options: { documents?: readonly string[] }): object;
  serveFake(fake: object, options: Listening): Promise<Serving>;
  startMockServer(options: Listening & { documents?: readonly string[] }): Promise<Serving>;
}

interface Listening {
  readonly port: number;
  readonly cors: boolean;
}

interface Serving {
  readonly url: string;
  close(): Promise<void>;
}

/** The testing tools, which are compiled beside the command. */
const TESTING: string = new URL("../testing/index.js", import.meta.url).href;

/** `mock`: serves documents until it is stopped, by their examples or as a fake that keeps what is created. */
export async function mockCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const port = Number(values.port);
  if (!/^\d{1,5}$/.test(values.port) || port > 65_535)
    throw new UsageError(`--port must be a whole number from 0 to 65535, not "${values.port}"`);
  requirePeers("Mocking", values.fake ? ["ajv", "ajv-formats", "js-yaml"] : ["@stoplight/prism-cli"]);
  const testing = (await import(TESTING)) as Testing;
  const documents = positionals.length > 0 ? { documents: positionals } : {};
  try {
    const server = values.fake
      ? await testing.serveFake(testing.createFakeConfluent(documents), { port, cors: values.cors })
      : await testing.startMockServer({ ...documents, port, cors: values.cors });
    terminal.print(`listening on ${server.url}`);
    await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
    await server.close();
    return 0;
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error));
  }
}
