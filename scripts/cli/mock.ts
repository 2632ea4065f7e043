import { readArguments } from "../shared/arguments.js";
import { CommandError, UsageError } from "../shared/command-error.js";
import type { ExitCode } from "../shared/exit-code.js";
import { requirePeers } from "../shared/peers.js";
import type { Terminal } from "./terminal.js";
import { untilInterrupted } from "./until-interrupted.js";

const OPTIONS = {
  port: { type: "string", default: "4010" },
  fake: { type: "boolean", default: false },
  cors: { type: "boolean", default: false },
} as const;

/** The parts of `confluent-cloud-sdk/testing` that matter here; scripts are compiled without src. */
interface Testing {
  createFakeConfluent(options: Served): object;
  serveFake(fake: object, options: Listening): Promise<Serving>;
  startMockServer(options: Listening & Served): Promise<Serving>;
}

interface Served {
  /** Those of this package, unless given. */
  readonly documents?: readonly { readonly name: string; readonly text: string }[];
}

interface Listening {
  readonly port: number;
  readonly cors: boolean;
}

interface Serving {
  readonly url: string;
  /** Rejects when a server that is a process of its own ends by itself. */
  readonly ended?: Promise<void>;
  close(): Promise<void>;
}

/** The testing tools, which are compiled beside the command. */
const TESTING: string = new URL("../testing/index.js", import.meta.url).href;

/** `mock`: serves documents until it is stopped, by their examples or as a fake that keeps what is created. */
export async function mockCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals: paths } = readArguments(args, OPTIONS);
  const { fake: isFake, cors } = values;
  const port = readPort(values.port);
  requirePeers("Mocking", [
    ...(isFake ? ["ajv", "ajv-formats"] : ["@stoplight/prism-cli"]),
    ...(paths.length > 0 ? ["js-yaml", "yaml"] : []),
  ]);
  const served = await readDocuments(paths, terminal);
  return untilInterrupted(async (signal) => {
    terminal.progress("starting");
    const server = await start(isFake, served, { port, cors });
    try {
      if (!signal.aborted) terminal.print(`listening on ${server.url}`);
      return await serveUntil(signal, server, terminal);
    } finally {
      await server.close();
    }
  });
}

/** @throws {UsageError} for what is no port */
function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new UsageError(`--port must be a whole number from 0 to 65535, not "${text}"`);
  return port;
}

async function readDocuments(paths: readonly string[], terminal: Terminal): Promise<Served> {
  if (paths.length === 0) return {};
  const { readUserDocuments } = await import("../files/read-documents.js");
  const { documents } = await readUserDocuments("Mocking", paths, (names) =>
    terminal.printError(`skipped ${names.join(", ")}: neither OpenAPI documents nor overlays of them`),
  );
  return { documents };
}

/** @throws {CommandError} for a document, or a port, that cannot be used */
async function start(isFake: boolean, served: Served, listening: Listening): Promise<Serving> {
  const testing = (await import(TESTING)) as Testing;
  try {
    return isFake
      ? await testing.serveFake(testing.createFakeConfluent(served), listening)
      : await testing.startMockServer({ ...served, ...listening });
  } catch (error) {
    throw isUsersOwn(error) ? new CommandError(error.message) : error;
  }
}

/** What the user can correct; its class is loaded with the testing tools. */
function isUsersOwn(error: unknown): error is Error {
  return error instanceof Error && error.name === "SetupError";
}

async function serveUntil(signal: AbortSignal, { ended }: Serving, terminal: Terminal): Promise<ExitCode> {
  const interrupted = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
  try {
    await Promise.race([interrupted, ...(ended ? [ended] : [])]);
    return 0;
  } catch (error) {
    terminal.printError(error instanceof Error ? error.message : String(error));
    return 1;
  }
}
