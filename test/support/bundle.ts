import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "rolldown";
import { onTestFinished } from "vitest";

/**
 * Bundles the package into one file, for another process or another realm, until the end of the test.
 *
 * @param format `es` for an import; `iife` for a script that sets the global `sdk`
 * @returns the path of the file
 */
export async function bundle(format: "es" | "iife"): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "bundle-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "sdk.mjs");
  await build({
    input: resolve("src/index.ts"),
    output: { file, format, name: "sdk" },
    logLevel: "silent",
  });
  return file;
}
