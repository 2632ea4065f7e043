import { EventEmitter, on } from "node:events";
import { existsSync, statSync, watch } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { isDocument, isOverlay } from "./inputs.js";

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
  const watchers = paths.map((path) => {
    const { folder, counts } = watched(path);
    return watch(folder, (_event, name) => {
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
    for (const watcher of watchers) watcher.close();
  }
}

interface Watched {
  readonly folder: string;
  readonly counts: (name: string) => boolean;
}

function watched(path: string): Watched {
  if (existsSync(path) && statSync(path).isDirectory()) {
    return { folder: path, counts: (name) => isDocument(name) || isOverlay(name) };
  }
  const name = basename(path);
  const overlay = `${name.replace(/\.[^.]+$/, "")}.overlay.yaml`;
  return { folder: dirname(resolve(path)), counts: (changed) => changed === name || changed === overlay };
}
