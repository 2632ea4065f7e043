import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { NamedText } from "./document/document-source.js";
import { resolvePeer } from "./load-peer.js";
import { checkPort } from "./port.js";
import { SetupError } from "./setup-error.js";

/** Prism needs about a second; a busy machine needs more. */
const START_TIMEOUT_MS = 60_000;
/** Of what Prism prints, so many characters are kept. */
const MAX_OUTPUT = 100_000;

/** A running mock server. */
export interface MockServer {
  /** Its base URL, such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /**
   * Resolves when the server has been closed; rejects when it ended by itself. A rejection that nobody handles is ignored.
   *
   * @throws {Error} with what it printed
   */
  readonly ended: Promise<void>;
  /** Stops the server; resolves when its process has ended. A second call does nothing. */
  close(): Promise<void>;
}

/** How Prism is run. */
export interface PrismOptions {
  /** The URL of a server to forward requests to; without it, Prism responds with the documents' examples. */
  readonly upstream?: string;
  readonly port?: number;
  readonly cors?: boolean;
}

/** What the process is sent: it serves these documents. */
export interface PrismTask extends Required<PrismOptions> {
  /** The `package.json` of @stoplight/prism-cli, whose packages are used. */
  readonly manifest: string;
  readonly documents: readonly NamedText[];
}

/** What the process sends: its URL, or why it cannot serve what it was given. */
export type PrismMessage = { readonly url: string } | { readonly problem: string };

/** The compiled server. The path is the same from src/testing and from dist/testing. */
const PROGRAM = fileURLToPath(new URL("../../dist/testing/serve-documents.js", import.meta.url));

/**
 * Runs Prism on a free port of 127.0.0.1. It has a process of its own: the caller's process is often busy testing, and its
 * timers may be fake.
 *
 * @throws {SetupError} when Prism is not installed, or cannot serve the documents or the port
 * @throws {Error} when it ends before it listens; the message holds what it printed
 */
export async function startPrism(
  documents: readonly NamedText[],
  { upstream = "", port = 0, cors = false }: PrismOptions = {},
): Promise<MockServer> {
  checkPort(port);
  const manifest = resolvePeer("@stoplight/prism-cli", "package.json", "Prism");
  // The caller's own options of Node, such as a debugger's port, are not for it.
  const prism = fork(PROGRAM, { execArgv: [], silent: true });
  let isClosing = false;
  const close = async (): Promise<void> => {
    isClosing = true;
    // Without a pid it never ran, so it will not exit.
    if (prism.pid === undefined || prism.exitCode !== null || prism.signalCode !== null) return;
    const exited = once(prism, "exit");
    prism.kill("SIGKILL");
    await exited;
  };
  const ended = endOf(prism, () => isClosing);
  const task: PrismTask = { manifest, upstream, port, cors, documents };
  // A process that is gone takes no task: its end says more.
  prism.send(task, () => undefined);
  try {
    return { url: await Promise.race([listening(prism), failureOf(ended)]), ended, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The end of the process. Its output is read to the end: a full pipe would block it. */
function endOf(prism: ChildProcess, isClosing: () => boolean): Promise<void> {
  let output = "";
  const keep = (chunk: Buffer): void => {
    if (output.length < MAX_OUTPUT) output += chunk.toString();
  };
  prism.stdout?.on("data", keep);
  prism.stderr?.on("data", keep);
  const ended = new Promise<void>((resolve, reject) => {
    prism.once("error", (error) => reject(new Error(`Prism could not be started: ${error.message}`)));
    // What it printed has arrived, too.
    prism.once("close", (code, signal) => {
      if (isClosing()) return resolve();
      const how = signal === null ? `with exit code ${code}` : `by ${signal}`;
      reject(new Error(`Prism ended ${how}. It printed:\n${output.trim() || "nothing"}`));
    });
  });
  // Prevents an unhandled rejection.
  ended.catch(() => undefined);
  return ended;
}

/** Rejects as a promise does, and never resolves. */
async function failureOf(ended: Promise<void>): Promise<never> {
  await ended;
  return new Promise<never>(() => undefined);
}

/** The URL that Prism says it listens on. */
async function listening(prism: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`Prism did not listen within ${START_TIMEOUT_MS} ms`)),
      START_TIMEOUT_MS,
    );
    for (const end of ["close", "error"]) prism.once(end, () => clearTimeout(timer));
    prism.once("message", (message: PrismMessage) => {
      clearTimeout(timer);
      if ("url" in message) resolve(message.url);
      else reject(new SetupError(message.problem));
    });
  });
}
