import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { listFolder } from "../files/list-folder.js";
import type { InputDocument } from "../generator/generate.js";
import { versionOf } from "../shared/peers.js";

/**
 * What a folder was last generated from, and what it held afterwards, as hashes. While both are as they were, there is
 * nothing to do, and that is known before any of the large packages is loaded. Stamps are a machine's own: were they
 * committed, a check in CI would believe whoever wrote them.
 */
export interface CacheEntry {
  readonly inputs: string;
  readonly outputs: string;
}

/** The packages that have a say in what is generated. */
const TOOLS = ["openapi-typescript", "typescript", "js-yaml", "yaml", "openapi-format"];
/** The compiled pipeline: while it is being developed, it changes more often than its version. */
const OWN_CODE = dirname(import.meta.dirname);

/** The entry that the folder has if it was generated from these documents by this program. */
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

async function readCode(): Promise<readonly Entry[]> {
  const names = await readdir(OWN_CODE, { recursive: true });
  return readFiles(OWN_CODE, names.filter((name) => name.endsWith(".js")).sort());
}

export async function isCurrent({ inputs, outputs }: CacheEntry, folder: string): Promise<boolean> {
  const stored = await readFile(cacheFile(folder), "utf8").catch(() => undefined);
  return stored === print({ inputs, outputs });
}

/** Keeps the entry of a folder that has just been made what it should be. */
export async function storeEntry({ inputs }: CacheEntry, folder: string): Promise<void> {
  const file = cacheFile(folder);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, print({ inputs, outputs: await outputsOf(folder) }));
}

function print({ inputs, outputs }: CacheEntry): string {
  return `${inputs} ${outputs}\n`;
}

/** In `node_modules/.cache` of the project that the folder is in, where caches are expected; else in the user's own. */
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

type Entry = readonly [name: string, text: string];

/** A folder within is there by its name only, as nothing that is generated lies in one. */
async function readFiles(folder: string, names: readonly string[]): Promise<readonly Entry[]> {
  return Promise.all(
    names.map(async (name): Promise<Entry> => [
      name,
      await readFile(join(folder, name), "utf8").catch(() => ""),
    ]),
  );
}
