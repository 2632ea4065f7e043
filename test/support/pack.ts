import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The package as npm would publish it. */
export interface Packed {
  /** The tarball. */
  readonly path: string;
  /** Bytes once it is unpacked. */
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

/** Packs this package into a folder. */
export async function pack(folder: string): Promise<Packed> {
  const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", folder]);
  // The build prints before.
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf("[\n"))) as [Packed & { filename: string }];
  return { ...packed, path: join(folder, packed.filename) };
}

/** Makes a project of a folder: a user's, into which packages are installed. */
export async function installInto(folder: string, packages: readonly string[]): Promise<void> {
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const options = ["--no-audit", "--no-fund", "--prefer-offline"];
  await run("npm", ["install", ...options, ...packages], { cwd: folder });
}
