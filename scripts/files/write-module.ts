import { join } from "node:path";
import { requirePeers } from "../shared/peers.js";
import { compare, removeGenerated, writeFiles } from "./compare-folder.js";
import type { Output } from "../cli/terminal.js";

/** The folder that generated files belong in. */
export interface Target {
  readonly folder: string;
  /** As messages name the folder. */
  readonly label: string;
  /** What generated files begin with. */
  readonly header: string;
  /** Said when a check fails: what to do about it. */
  readonly advice: string;
}

type Files = ReadonlyMap<string, string>;

/** Says how the folder differs from the files that it should hold; 0 means not at all. */
export async function checkModule(
  files: Files,
  { folder, label, advice }: Target,
  output: Output,
): Promise<0 | 1> {
  const { changed, missing, leftOver, unchanged } = await compare(files, folder);
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

/** Makes the folder hold the files, and says what that took; 1 means that something in it does not belong there. */
export async function updateModule(
  files: Files,
  { folder, label, header }: Target,
  output: Output,
): Promise<0 | 1> {
  const { changed, missing, leftOver, unchanged } = await compare(files, folder);
  const stale = [...changed.map(({ file }) => file), ...missing];
  await writeFiles(folder, files, stale);
  const removed = await removeGenerated(folder, leftOver, header);
  for (const name of stale) output.print(`wrote ${label}/${name}`);
  for (const name of removed) output.print(`removed ${label}/${name}`);
  output.print(`${label}: ${stale.length} written, ${removed.length} removed, ${unchanged.length} unchanged`);
  const foreign = leftOver.filter((name) => !removed.includes(name));
  for (const name of foreign)
    output.printError(`${join(label, name)} was not generated; it does not belong there`);
  return foreign.length === 0 ? 0 : 1;
}
