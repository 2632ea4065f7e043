import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** How long Prism may take to listen; it needs about a second. */
const START_TIMEOUT_MS = 60_000;

/** A Prism that listens. */
export interface MockServer {
  /** Where it listens, such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** Ends it; resolves once its process is gone. Calling it again is harmless. */
  close(): Promise<void>;
}

/** What is run: the same file is two folders above this one's source and above what that is compiled to. */
const PROGRAM = fileURLToPath(new URL("../../dist/testing/serve-documents.js", import.meta.url));

/**
 * Runs Prism in a process of its own, on a free port of 127.0.0.1: on a machine that is busy testing, and whose timers may
 * be a test's own, a server does not share a process with what calls it.
 *
 * @param documents paths of OpenAPI documents
 * @param upstream a server that answers; default: Prism itself does, with the documents' examples
 * @throws {Error} when Prism is not installed, or ends before it listens: with what it printed
 */
export async function startPrism(documents: readonly string[], upstream = ""): Promise<MockServer> {
  const prism = spawn(process.execPath, [PROGRAM, prismManifest(), upstream, ...documents]);
  const close = async (): Promise<void> => {
    // Without a pid it never ran, and will not exit either.
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

/** The address that Prism prints once it listens. What it prints goes on being read, or it would block on a full pipe. */
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

/** Where Prism is: this package's neighbour, or a dependency of the project in the working directory. */
function prismManifest(): string {
  for (const from of [import.meta.url, pathToFileURL(join(process.cwd(), "package.json"))]) {
    try {
      return createRequire(from).resolve("@stoplight/prism-cli/package.json");
    } catch {
      continue;
    }
  }
  throw new Error("Prism is not installed: npm install --save-dev @stoplight/prism-cli@5.14.2");
}
