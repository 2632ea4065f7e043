import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { listFolder } from "../files/list-folder.js";
import type { InputDocument } from "../generator/read/input.js";
import { versionOf } from "../shared/peers.js";

/**
 * Hashes of what a folder was last generated from, and of what it held afterwards. While neither has changed there is
 * nothing to do, and none of the large packages is loaded. The cache is local to a machine: if it were committed, a check
 * in CI would trust hashes without a check.
 */
export interface CacheEntry {
  readonly inputs: string;
  readonly outputs: string;
}

/** The packages whose version affects what is generated. */
const TOOLS = ["openapi-typescript", "typescript", "js-yaml", "yaml", "openapi-format"];
/** The code that affects what is generated. It is hashed because it changes more often than its version in development. */
const OWN_CODE = [import.meta.dirname, join(import.meta.dirname, "../generator")];

/** The entry of a folder that was generated from these documents by this version of the program. */
export async function cacheEntryFor(
  documents: readonly InputDocument[],
  folder: string,
): Promise<CacheEntry> {
  const tools = TOOLS.map((name) => [name, versionOf(name)]);
  const inputs = hash(JSON.stringify([tools, await readCode(), documents]));
  return { inputs, outputs: await outputsOf(folder) };
}

async function outputsOf(folder: string): Promise<string> {
  return hash(JSON.stringify(await readFiles(folder, await listFolder(folder))));
}

async function readCode(): Promise<readonly File[]> {
  const code = OWN_CODE.map(async (folder) => {
    const names = await readdir(folder, { recursive: true });
    return readFiles(folder, names.filter((name) => name.endsWith(".js")).sort());
  });
  return (await Promise.all(code)).flat();
}

export async function isCurrent({ inputs, outputs }: CacheEntry, folder: string): Promise<boolean> {
  const stored = await readFile(cacheFile(folder), "utf8").catch(() => undefined);
  return stored === print({ inputs, outputs });
}

/** Stores the entry of a folder that has just been brought up to date. */
export async function storeEntry({ inputs }: CacheEntry, folder: string): Promise<void> {
  const file = cacheFile(folder);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, print({ inputs, outputs: await outputsOf(folder) }));
}

function print({ inputs, outputs }: CacheEntry): string {
  return `${inputs} ${outputs}\n`;
}

/** In `node_modules/.cache` of the folder's project, where tools keep their caches; else in the user's own cache. */
function cacheFile(folder: string): string {
  const name = join("confluent-cloud-sdk", hash(folder));
  for (let above = folder; above !== dirname(above); above = dirname(above)) {
    if (existsSync(join(above, "node_modules"))) return join(above, "node_modules/.cache", name);
  }
  return join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), name);
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

type File = readonly [name: string, text: string];

/** Folders and unreadable files count by their names only. */
async function readFiles(folder: string, names: readonly string[]): Promise<readonly File[]> {
  return Promise.all(
    names.map(async (name): Promise<File> => [
      name,
      await readFile(join(folder, name), "utf8").catch(() => ""),
    ]),
  );
}
