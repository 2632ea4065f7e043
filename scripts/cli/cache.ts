import { createHash, randomUUID } from "node:crypto";
import { lstat, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { listFolder } from "../files/list-folder.js";
import { makeFolder } from "../files/make-folder.js";
import type { InputDocument } from "../generator/read/input.js";
import { versionOf } from "../shared/peers.js";

/**
 * Hashes of what a folder was last generated from, and of what it held afterwards. While neither has changed there is
 * nothing to do, and none of the large packages is loaded. The cache is in the user's own cache folder, never in the
 * project: a repository must not bring hashes that would be trusted without a look.
 */
export interface CacheEntry {
  readonly inputs: string;
  readonly outputs: string;
}

/** The packages whose version affects what is generated. */
const TOOLS = ["openapi-typescript", "typescript", "js-yaml", "yaml", "openapi-format"];
/** The code of the command. It is hashed because it changes more often than its version in development. */
const OWN_CODE = import.meta.dirname;

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
  const names = await readdir(OWN_CODE);
  return readFiles(OWN_CODE, names.filter((name) => name.endsWith(".js")).sort());
}

/** Whether the folder is what this entry says. A cache that cannot be read, or is not the user's own, says nothing. */
export async function isCurrent({ inputs, outputs }: CacheEntry, folder: string): Promise<boolean> {
  try {
    const file = join(cacheFolder(), hash(folder));
    return (
      (await isOwn(cacheFolder())) &&
      (await isOwn(file)) &&
      (await readFile(file, "utf8")) === print({ inputs, outputs })
    );
  } catch {
    return false;
  }
}

/**
 * Stores the entry of a folder that has just been brought up to date. The file is replaced, never written to: it might be a
 * link. Without a place to write, the next run takes longer, and nothing else is lost.
 */
export async function storeEntry({ inputs }: CacheEntry, folder: string): Promise<void> {
  const entry = print({ inputs, outputs: await outputsOf(folder) });
  try {
    const cache = cacheFolder();
    await makeFolder(cache, 0o700);
    if (await isOwn(cache)) await replaceFile(join(cache, hash(folder)), entry);
  } catch {
    // The cache is a convenience.
  }
}

async function replaceFile(file: string, text: string): Promise<void> {
  const written = `${file}.${randomUUID()}`;
  await writeFile(written, text, { flag: "wx", mode: 0o600 });
  await rename(written, file).catch(async (error: unknown) => {
    await rm(written, { force: true });
    throw error;
  });
}

function print({ inputs, outputs }: CacheEntry): string {
  return `${inputs} ${outputs}\n`;
}

/** The XDG Base Directory Specification ignores a relative path. */
function cacheFolder(): string {
  const chosen = process.env["XDG_CACHE_HOME"] ?? "";
  return join(isAbsolute(chosen) ? chosen : join(homedir(), ".cache"), "confluent-cloud-sdk");
}

/** Whether a path is no link, and belongs to the user who runs this; Windows has no such owner. */
async function isOwn(path: string): Promise<boolean> {
  const found = await lstat(path);
  return !found.isSymbolicLink() && (process.getuid === undefined || found.uid === process.getuid());
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
