import { watch, type FSWatcher } from "node:fs";
import { basename, dirname, relative } from "node:path";

/** Told of a change in a folder: the name of what changed, or null where that is not known. */
type OnChange = (name: string | null) => void;

/**
 * Watches a folder, be it deleted and made anew, as on a change of branches: a watcher only knows the folder that was
 * there when it began, so those above are watched too, and when they change on the way down, all begin anew.
 *
 * @returns what ends it
 */
export function watchFolder(folder: string, onChange: OnChange): () => void {
  let watchers: readonly FSWatcher[] = [];
  const close = (): void => {
    for (const watcher of watchers) watcher.close();
  };
  const begin = (): void => {
    close();
    // From the outermost to the folder itself: what is made in the meantime is seen by the one above it.
    watchers = [
      ...levelsAbove(folder).flatMap(({ place, next }) =>
        tryToWatch(place, (name) => {
          if (name !== null && name !== next) return;
          begin();
          onChange(null);
        }),
      ),
      ...tryToWatch(folder, onChange),
    ];
  };
  begin();
  return close;
}

interface Level {
  readonly place: string;
  /** What is in it on the way down. */
  readonly next: string;
}

/** The folders above one, from the working directory if that is among them, else from the root. */
function levelsAbove(folder: string): readonly Level[] {
  const above = dirname(folder);
  if (above === folder || relative(process.cwd(), folder) === "") return [];
  return [...levelsAbove(above), { place: above, next: basename(folder) }];
}

/** Nothing to watch is no failure: what comes to be there is seen from above. */
function tryToWatch(place: string, onChange: OnChange): readonly FSWatcher[] {
  try {
    const watcher = watch(place, (_event, name) => onChange(name));
    return [watcher.on("error", () => watcher.close())];
  } catch {
    return [];
  }
}
