import type { Output } from "../shared/output.js";
import { installCommand, versionOf } from "../shared/peers.js";
import type { ChangedFile, Comparison } from "./compare-folder.js";
import { isUpToDate, type Target, type Update } from "./write-module.js";

/** Prints how a folder differs from the files that it should hold, and what to do; 1 if it does. */
export async function printComparison(
  comparison: Comparison,
  { label, advice }: Target,
  output: Output,
): Promise<0 | 1> {
  const { changed, missing, leftOver, unchanged } = comparison;
  if (isUpToDate(comparison)) {
    output.print(`${label} is up to date: ${unchanged.length} files`);
    return 0;
  }
  for (const { file } of changed) output.print(`changed: ${label}/${file}`);
  for (const name of missing) output.print(`missing: ${label}/${name}`);
  for (const name of leftOver) output.print(`left over: ${label}/${name}`);
  await printDiffs(changed, label, output);
  output.printError(advice);
  return 1;
}

/** The files are named in any case; how they differ is shown if the package for it is there. */
async function printDiffs(changed: readonly ChangedFile[], label: string, output: Output): Promise<void> {
  if (changed.length === 0) return;
  if (versionOf("diff") === undefined) {
    output.printError(`To see how files differ, install the package diff:\n${installCommand(["diff"])}`);
    return;
  }
  const { unifiedDiff } = await import("./unified-diff.js");
  for (const change of changed) output.print(unifiedDiff(label, change));
}

/** Prints what an update did: in a line, or with each file; 1 if the folder holds files that were not generated. */
export function printUpdate(
  { written, removed, unchanged, foreign }: Update,
  { label }: Target,
  output: Output,
  isVerbose: boolean,
): 0 | 1 {
  if (isVerbose) {
    for (const name of written) output.print(`wrote ${label}/${name}`);
    for (const name of removed) output.print(`removed ${label}/${name}`);
  }
  output.print(
    `${label}: ${written.length} written, ${removed.length} removed, ${unchanged.length} unchanged`,
  );
  for (const name of foreign)
    output.printError(`${label}/${name} was not generated: move it to another folder`);
  return foreign.length === 0 ? 0 : 1;
}
