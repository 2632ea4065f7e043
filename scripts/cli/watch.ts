import { EventEmitter, on } from "node:events";
import { basename, dirname, resolve } from "node:path";
import { isReadable, overlayNames } from "../files/folder-documents.js";
import { globRoot, isGlob } from "../files/glob.js";
import { watchFolder } from "./watch-folder.js";

/** Editors write a file in several steps, so a change counts only after this time without another. */
const QUIET_MS = 100;

/**
 * Calls `run` after each change to documents, one run at a time, until the signal is aborted. For a file its folder is
 * watched, since many editors replace the file by a new one.
 *
 * @param paths files; folders, of which all documents are watched; globs, of which those are in the first folder with a
 * wildcard
 */
export async function runOnChange(
  paths: readonly string[],
  signal: AbortSignal,
  run: () => Promise<unknown>,
): Promise<void> {
  const changes = new EventEmitter();
  let timer: NodeJS.Timeout | undefined;
  const restartTimer = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => changes.emit("change"), QUIET_MS);
  };
  const onChangeOf = (isWatched: (name: string) => boolean) => (name: string | null) => {
    if (name === null || isWatched(name)) restartTimer();
  };
  const closers = paths.flatMap((given) => {
    if (isGlob(given)) return [watchFolder(resolve(globRoot(given)), onChangeOf(isReadable))];
    const path = resolve(given);
    const names = [path, ...overlayNames(path)].map((name) => basename(name));
    // The path may be a file or a folder, and may not exist yet, so both are watched for.
    return [
      watchFolder(
        dirname(path),
        onChangeOf((name) => names.includes(name)),
      ),
      watchFolder(path, onChangeOf(isReadable)),
    ];
  });
  try {
    // The iterator keeps a change that happens during a run for the next one.
    const iterator = on(changes, "change", { signal });
    while (!(await iterator.next()).done) await run();
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
    for (const close of closers) close();
  }
}
