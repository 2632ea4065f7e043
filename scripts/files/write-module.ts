import { compareFolder, removeGenerated, writeFiles, type Comparison } from "./compare-folder.js";

/** The folder of generated files. */
export interface Target {
  readonly folder: string;
  /** The folder's name in messages. */
  readonly label: string;
  /** The first line of each generated file. */
  readonly header: string;
  /** What to do when a check fails. */
  readonly advice: string;
}

/** The files that an update wrote, removed and left as they were. */
export interface Update {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
  /** Files that were not generated, and do not belong in the folder. */
  readonly foreign: readonly string[];
}

/** Writes and removes files until the folder holds exactly these. Files that were not generated stay. */
export async function updateModule(
  files: ReadonlyMap<string, string>,
  { folder, header }: Pick<Target, "folder" | "header">,
): Promise<Update> {
  const { changed, missing, leftOver, unchanged } = await compareFolder(files, folder);
  const written = [...changed.map(({ file }) => file), ...missing];
  await writeFiles(folder, files, written);
  const removed = await removeGenerated(folder, leftOver, header);
  return { written, removed, unchanged, foreign: leftOver.filter((name) => !removed.includes(name)) };
}

/** Whether a folder holds exactly the files that it should hold. */
export function isUpToDate({ changed, missing, leftOver }: Comparison): boolean {
  return changed.length + missing.length + leftOver.length === 0;
}
