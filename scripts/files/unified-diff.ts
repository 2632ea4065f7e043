import { createTwoFilesPatch } from "diff";
import type { ChangedFile } from "./compare-folder.js";

/** Above this number of changed lines, the search for the shortest diff takes too long, and the diff is too long to read. */
const MAX_CHANGED_LINES = 5_000;

/** The unified diff of a file, in the format of `git diff`. */
export function unifiedDiff(folder: string, { file, before, after }: ChangedFile): string {
  const path = `${folder}/${file}`;
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    maxEditLength: MAX_CHANGED_LINES,
  });
  return patch
    ? patch.replace(/^=+\n/, "").trimEnd()
    : `${path} differs in more than ${MAX_CHANGED_LINES} lines`;
}
