import { EventEmitter, on } from "node:events";
import { basename, dirname, resolve } from "node:path";
import { isReadable, overlayNames } from "../files/folder-documents.js";
import { watchFolder } from "./watch-folder.js";

/** Editors write a file in several steps; a change counts once there was none for so long. */
const QUIET_MS = 100;

/**
 * Runs something after each change to documents, one run at a time, until the signal is aborted. The folders that files
 * lie in are watched, since many editors put a new file in the place of the old one.
 *
 * @param paths files, and folders of which all documents count
 */
export async function runOnChange(
  paths: readonly string[],
  signal: AbortSignal,
  run: () => Promise<unknown>,
): Promise<void> {
  const changes = new EventEmitter();
  let timer: NodeJS.Timeout | undefined;
  const notice = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => changes.emit("change"), QUIET_MS);
  };
  const noticeIf = (counts: (name: string) => boolean) => (name: string | null) => {
    if (name === null || counts(name)) notice();
  };
  const ends = paths.flatMap((given) => {
    const path = resolve(given);
    const names = [path, ...overlayNames(path)].map((name) => basename(name));
    // Be it a file or a folder, and be it there or not yet.
    return [
      watchFolder(
        dirname(path),
        noticeIf((name) => names.includes(name)),
      ),
      watchFolder(path, noticeIf(isReadable)),
    ];
  });
  try {
    // What changes during a run waits in the iterator for the next.
    const iterator = on(changes, "change", { signal });
    while (!(await iterator.next()).done) await run();
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
    for (const end of ends) end();
  }
}
