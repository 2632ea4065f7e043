import { createTwoFilesPatch } from "diff";
import type { ChangedFile } from "./compare-folder.js";

/** Beyond so many changed lines, a search for the shortest difference takes too long, and nobody would read it. */
const MAX_CHANGED_LINES = 5_000;

/** The unified diff of a file, as `git diff` prints it. */
export function unifiedDiff(folder: string, { file, before, after }: ChangedFile): string {
  const path = `${folder}/${file}`;
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    maxEditLength: MAX_CHANGED_LINES,
  });
  return patch
    ? patch.replace(/^=+\n/, "").trimEnd()
    : `${path} differs in more than ${MAX_CHANGED_LINES} lines`;
}
