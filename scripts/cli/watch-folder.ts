import { watch, type FSWatcher } from "node:fs";
import { basename, dirname, relative } from "node:path";

/** Called with the name of what changed in a folder, or with null if that is not known. */
type OnChange = (name: string | null) => void;

/**
 * Watches a folder even if it is deleted and recreated, as when another branch is checked out. Node watches the folder
 * that existed at the start, not its path. So the folders above are watched too, and when one of those on the path
 * changes, all watchers are recreated.
 *
 * @returns a function that stops watching
 */
export function watchFolder(folder: string, onChange: OnChange): () => void {
  let watchers: readonly FSWatcher[] = [];
  const close = (): void => {
    for (const watcher of watchers) watcher.close();
  };
  const restart = (): void => {
    close();
    // From the outermost to the folder itself: a folder created in the meantime is seen by the watcher above it.
    watchers = [
      ...levelsAbove(folder).flatMap(({ place, next }) =>
        tryToWatch(place, (name) => {
          if (name !== null && name !== next) return;
          restart();
          onChange(null);
        }),
      ),
      ...tryToWatch(folder, onChange),
    ];
  };
  restart();
  return close;
}

interface Level {
  readonly place: string;
  /** The name in it that leads to the watched folder. */
  readonly next: string;
}

/** The folders above a folder, beginning with the working directory if it is one of them, else with the root. */
function levelsAbove(folder: string): readonly Level[] {
  const above = dirname(folder);
  if (above === folder || relative(process.cwd(), folder) === "") return [];
  return [...levelsAbove(above), { place: above, next: basename(folder) }];
}

/** Gives no watcher for a folder that does not exist: the watcher above it sees when it is created. */
function tryToWatch(place: string, onChange: OnChange): readonly FSWatcher[] {
  try {
    const watcher = watch(place, (_event, name) => onChange(name));
    return [watcher.on("error", () => watcher.close())];
  } catch {
    return [];
  }
}
