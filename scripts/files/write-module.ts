import { join } from "node:path";
import type { Output } from "../shared/output.js";
import { requirePeers } from "../shared/peers.js";
import { compareFolder, removeGenerated, writeFiles } from "./compare-folder.js";

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

type Files = ReadonlyMap<string, string>;

/** Prints how the folder differs from the files that it should hold. */
export async function checkModule(
  files: Files,
  { folder, label, advice }: Target,
  output: Output,
): Promise<0 | 1> {
  const { changed, missing, leftOver, unchanged } = await compareFolder(files, folder);
  if (changed.length > 0) {
    requirePeers("Showing how files differ", ["diff"]);
    const { unifiedDiff } = await import("./unified-diff.js");
    for (const change of changed) output.print(unifiedDiff(label, change));
  }
  for (const name of missing) output.print(`missing: ${label}/${name}`);
  for (const name of leftOver) output.print(`left over: ${label}/${name}`);
  if (changed.length + missing.length + leftOver.length === 0) {
    output.print(`${label} is up to date: ${unchanged.length} files`);
    return 0;
  }
  output.printError(advice);
  return 1;
}

/** Writes and removes files until the folder holds exactly these, and prints what it did; 1 if it holds files of others. */
export async function updateModule(
  files: Files,
  { folder, label, header }: Target,
  output: Output,
): Promise<0 | 1> {
  const { changed, missing, leftOver, unchanged } = await compareFolder(files, folder);
  const stale = [...changed.map(({ file }) => file), ...missing];
  await writeFiles(folder, files, stale);
  const removed = await removeGenerated(folder, leftOver, header);
  for (const name of stale) output.print(`wrote ${label}/${name}`);
  for (const name of removed) output.print(`removed ${label}/${name}`);
  output.print(`${label}: ${stale.length} written, ${removed.length} removed, ${unchanged.length} unchanged`);
  const foreign = leftOver.filter((name) => !removed.includes(name));
  for (const name of foreign)
    output.printError(`${join(label, name)} was not generated: move it to another folder`);
  return foreign.length === 0 ? 0 : 1;
}
