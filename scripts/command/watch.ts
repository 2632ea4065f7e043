import { EventEmitter, on } from "node:events";
import { statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { isReadable, overlayNames } from "./folder-documents.js";
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
  const ends = paths.map((path) => {
    const { folder, counts } = watched(path);
    return watchFolder(folder, (name) => {
      if (name === null || counts(name)) notice();
    });
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

interface Watched {
  readonly folder: string;
  readonly counts: (name: string) => boolean;
}

function watched(path: string): Watched {
  const place = resolve(path);
  if (statSync(place, { throwIfNoEntry: false })?.isDirectory()) return { folder: place, counts: isReadable };
  const names = [place, ...overlayNames(place)].map((name) => basename(name));
  return { folder: dirname(place), counts: (name) => names.includes(name) };
}
