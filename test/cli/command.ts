import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const PACKAGE = fileURLToPath(new URL("../../", import.meta.url));
const BIN = join(PACKAGE, "dist/cli/bin.js");
const GARDEN = join(PACKAGE, "test/fixtures/documents");

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A temporary folder with a document, in which the command runs as a process. */
export interface Project {
  readonly folder: string;
  run(args: readonly string[], options?: RunOptions): Promise<Outcome>;
  start(args: readonly string[]): ChildProcessWithoutNullStreams;
  remove(): Promise<void>;
}

export interface RunOptions {
  readonly bin?: string;
  /** Options of Node. */
  readonly node?: readonly string[];
}

export async function createProject(): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), "command-"));
  await copyFile(join(GARDEN, "garden-v1.yaml"), join(folder, "garden.yaml"));
  // The command keeps its cache within the folder.
  const options = { cwd: folder, env: { ...process.env, XDG_CACHE_HOME: join(folder, ".cache") } };
  return {
    folder,
    run: (args, { bin = BIN, node = [] } = {}) =>
      outcomeOf(spawn(process.execPath, [...node, bin, ...args], options)),
    start: (args) => spawn(process.execPath, [BIN, ...args], options),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export async function outcomeOf(child: ChildProcessWithoutNullStreams): Promise<Outcome> {
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, out, err }));
  });
}
