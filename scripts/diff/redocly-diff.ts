import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { CommandError } from "../shared/command-error.js";
import { redocly } from "../shared/redocly.js";
import type { Impact } from "./rate.js";

/** A change as Redocly reports it. */
export interface RedoclyChange {
  /** The way to it through the documents, as a JSON Pointer that passes through references. */
  readonly path: string;
  /** What stands there, such as `Schema`. */
  readonly typeName: string;
  readonly kind: "added" | "removed" | "modified";
  readonly impact: Impact;
  readonly verdicts: readonly { readonly message: string }[];
  /** The keyword that is another now; absent when the whole of what stands there came or went. */
  readonly property?: string;
  readonly base?: { readonly value?: unknown };
  readonly revision?: { readonly value?: unknown };
}

const LARGEST_REPORT = 256 * 2 ** 20;

/** Compares two whole documents with Redocly's differ. */
export async function redoclyDiff(before: object, after: object): Promise<readonly RedoclyChange[]> {
  const { command, environment } = redocly("Comparing");
  const folder = await mkdtemp(join(tmpdir(), "confluent-cloud-sdk-"));
  try {
    await writeFile(join(folder, "before.json"), JSON.stringify(before));
    await writeFile(join(folder, "after.json"), JSON.stringify(after));
    const args = [command, "diff", "before.json", "after.json", "--format", "json", "--fail-on", "none"];
    const options = { cwd: folder, env: environment, maxBuffer: LARGEST_REPORT };
    const { stdout } = await promisify(execFile)(process.execPath, args, options).catch((error: unknown) => {
      // It fails on documents that it cannot read, and says why.
      const reason = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
      throw new CommandError(`Redocly cannot compare these documents:\n${reason.trim()}`);
    });
    return (JSON.parse(stdout) as { changes: readonly RedoclyChange[] }).changes;
  } finally {
    await rm(folder, { recursive: true });
  }
}
