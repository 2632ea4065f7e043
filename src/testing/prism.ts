import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { resolvePeer } from "./load-peer.js";

/** Prism needs about a second; a busy machine needs more. */
const START_TIMEOUT_MS = 60_000;

/** A running mock server. */
export interface MockServer {
  /** Its base URL, such as `http://127.0.0.1:40123`. */
  readonly url: string;
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

/** The compiled server. The path is the same from src/testing and from dist/testing. */
const PROGRAM = fileURLToPath(new URL("../../dist/testing/serve-documents.js", import.meta.url));

/**
 * Runs Prism on a free port of 127.0.0.1. It has a process of its own: the caller's process is often busy testing, and its
 * timers may be fake.
 *
 * @param documents paths of OpenAPI documents
 * @throws {Error} when Prism is not installed, or ends before it listens; the message holds what it printed
 */
export async function startPrism(
  documents: readonly string[],
  { upstream = "", port = 0, cors = false }: PrismOptions = {},
): Promise<MockServer> {
  const settings = JSON.stringify({ upstream, port, cors });
  const manifest = resolvePeer("@stoplight/prism-cli", "package.json", "Prism");
  const prism = spawn(process.execPath, [PROGRAM, manifest, settings, ...documents]);
  const close = async (): Promise<void> => {
    // Without a pid it never ran, so it will not exit.
    if (prism.pid === undefined || prism.exitCode !== null || prism.signalCode !== null) return;
    const ended = once(prism, "exit");
    prism.kill();
    await ended;
  };
  try {
    return { url: await listening(prism), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The URL that Prism prints when it listens. Its output is read to the end: a full pipe would block it. */
async function listening(prism: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const fail = (problem: string): void => {
      clearTimeout(timer);
      reject(new Error(`Prism ${problem}. It printed:\n${output.trim() || "nothing"}`));
    };
    const timer = setTimeout(() => fail(`did not listen within ${START_TIMEOUT_MS} ms`), START_TIMEOUT_MS);
    const read = (chunk: Buffer): void => {
      if (output.length < 100_000) output += chunk.toString();
      const url = /Prism is listening on (http:\/\/\S+)/.exec(output)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    };
    prism.stdout?.on("data", read);
    prism.stderr?.on("data", read);
    prism.once("error", (error) => fail(`could not be started: ${error.message}`));
    prism.once("exit", (code) => fail(`ended with exit code ${code ?? "none"} before it listened`));
  });
}
