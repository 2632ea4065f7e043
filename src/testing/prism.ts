import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** How long Prism may take to listen; it needs about a second. */
const START_TIMEOUT_MS = 60_000;

/** A Prism that listens. */
export interface RunningPrism {
  /** Where it listens, such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** Ends it; resolves once its process is gone. Calling it again is harmless. */
  close(): Promise<void>;
}

/**
 * Runs Prism's command line in a process of its own, on a free port of 127.0.0.1.
 *
 * @param command what to run and on what: `["mock", document]`, `["proxy", document, upstream]`
 * @throws {Error} when Prism is not installed, or ends before it listens: with what it printed
 */
export async function startPrism(command: readonly string[]): Promise<RunningPrism> {
  const options = ["--host", "127.0.0.1", "--port", "0"];
  const prism = spawn(process.execPath, [prismExecutable(), ...command, ...options], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const endWithParent = (): void => void prism.kill();
  process.once("exit", endWithParent);
  const close = async (): Promise<void> => {
    process.off("exit", endWithParent);
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

/** Prism's entry, as this package's neighbour or as a dependency of the project in the working directory. */
function prismExecutable(): string {
  for (const from of [import.meta.url, pathToFileURL(join(process.cwd(), "package.json"))]) {
    try {
      const manifest = createRequire(from).resolve("@stoplight/prism-cli/package.json");
      return join(dirname(manifest), "dist", "index.js");
    } catch {
      continue;
    }
  }
  throw new Error("Prism is not installed: npm install --save-dev @stoplight/prism-cli@5.14.2");
}
