import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { listFolder } from "./list-folder.js";
import { makeFolder } from "./make-folder.js";

/** How a folder differs from the files that it should hold. */
export interface Comparison {
  readonly changed: readonly ChangedFile[];
  readonly missing: readonly string[];
  /** In the folder, but not among the files that it should hold. */
  readonly leftOver: readonly string[];
  readonly unchanged: readonly string[];
}

export interface ChangedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

export async function compareFolder(files: ReadonlyMap<string, string>, folder: string): Promise<Comparison> {
  const present = await listFolder(folder);
  const changed: ChangedFile[] = [];
  const unchanged: string[] = [];
  for (const [file, after] of files) {
    if (!present.includes(file)) continue;
    const before = await readFile(join(folder, file), "utf8");
    if (before === after) unchanged.push(file);
    else changed.push({ file, before, after });
  }
  return {
    changed,
    missing: [...files.keys()].filter((file) => !present.includes(file)),
    leftOver: present.filter((file) => !files.has(file)),
    unchanged,
  };
}

export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
  names: readonly string[],
): Promise<void> {
  await makeFolder(folder);
  for (const name of names) await writeFile(join(folder, name), files.get(name) ?? "");
}

/** Removes those files that start with the header of generated files: others may be written by hand. */
export async function removeGenerated(
  folder: string,
  names: readonly string[],
  header: string,
): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const name of names.filter((candidate) => candidate.endsWith(".ts"))) {
    const text = await readFile(join(folder, name), "utf8");
    if (!text.startsWith(header)) continue;
    await rm(join(folder, name));
    removed.push(name);
  }
  return removed;
}
