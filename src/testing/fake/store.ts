import { parameterOf } from "../document/path-template.js";
import type { Json } from "./complete-value.js";

/** A resource that the fake holds. */
export interface Entry {
  readonly key: string;
  readonly item: Json;
  /** What was uploaded, where a resource is a file. */
  readonly file?: StoredFile;
}

export interface StoredFile {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

interface Deleted {
  readonly collection: string;
  readonly entry: Entry;
  readonly below: readonly (readonly [string, Map<string, Entry>])[];
  readonly singles: readonly (readonly [string, Json])[];
}

/** Changes that are made together. */
interface Attempt {
  /** The steps that take the changes back, in the order of the changes. */
  readonly undo: (() => void)[];
  /** The maps that are restored from a copy: later changes to them need no step of their own. */
  readonly copied: Set<unknown>;
}

function placeOf(collection: string, key: string): string {
  return `${collection}/${encodeURIComponent(key)}`;
}

/** What a fake holds: resources by the paths of their collections, and what there is once by its path. */
export class Store {
  readonly #collections = new Map<string, Map<string, Entry>>();
  readonly #singles = new Map<string, Json>();
  /** What was deleted and kept, by its path. */
  readonly #deleted = new Map<string, Deleted>();
  readonly #counts = new Map<string, number>();
  #attempt: Attempt | undefined;

  entries(collection: string): readonly Entry[] {
    return [...(this.#collections.get(collection)?.values() ?? [])];
  }

  /**
   * The resources of all collections of a path with parameters.
   *
   * @param known values of parameters that the path has
   */
  under(segments: readonly string[], known: Readonly<Record<string, unknown>>): readonly Entry[] {
    const wanted = segments.map((segment) => {
      const name = parameterOf(segment);
      if (name === undefined) return segment;
      const value = known[name] as string | number | boolean | undefined;
      return value === undefined ? undefined : encodeURIComponent(String(value));
    });
    return [...this.#collections].flatMap(([path, entries]) => {
      const parts = path.split("/");
      const isMeant =
        parts.length === wanted.length && wanted.every((one, at) => one === undefined || one === parts[at]);
      return isMeant ? [...entries.values()] : [];
    });
  }

  get(collection: string, key: string): Entry | undefined {
    return this.#collections.get(collection)?.get(key);
  }

  set(collection: string, entry: Entry): void {
    let entries = this.#collections.get(collection);
    if (!entries) this.#collections.set(collection, (entries = new Map<string, Entry>()));
    this.#noteSet(entries, entry.key);
    const place = placeOf(collection, entry.key);
    if (this.#deleted.has(place)) this.#delete(this.#deleted, (path) => path === place);
    entries.set(entry.key, entry);
  }

  /** Deletes a resource, and what belongs to it. */
  delete(collection: string, key: string, { isKept = false }: { readonly isKept?: boolean } = {}): void {
    const place = placeOf(collection, key);
    const below = `${place}/`;
    const entries = this.#collections.get(collection);
    const entry = entries?.get(key);
    if (isKept && entry) {
      const isBelow = ([path]: readonly [string, unknown]): boolean => path.startsWith(below);
      this.#noteSet(this.#deleted, place);
      this.#deleted.set(place, {
        collection,
        entry,
        below: [...this.#collections].filter(isBelow),
        singles: [...this.#singles].filter(isBelow),
      });
    } else this.#delete(this.#deleted, (path) => path === place || path.startsWith(below));
    if (entries) this.#delete(entries, (one) => one === key);
    for (const holder of [this.#collections, this.#singles])
      this.#delete<unknown>(holder, (path) => path.startsWith(below));
  }

  /** Whether anything belongs to a resource. */
  hasBelow(collection: string, key: string): boolean {
    const below = `${placeOf(collection, key)}/`;
    const isBelow = (path: string): boolean => path.startsWith(below);
    return (
      [...this.#collections].some(([path, entries]) => isBelow(path) && entries.size > 0) ||
      [...this.#singles.keys()].some(isBelow)
    );
  }

  #delete<T>(holder: Map<string, T>, isDeleted: (key: string) => boolean): void {
    const keys = [...holder.keys()].filter(isDeleted);
    if (keys.length === 0) return;
    this.#noteDelete(holder);
    for (const key of keys) holder.delete(key);
  }

  /** The resources of a path that were deleted and kept. */
  deleted(collection: string): readonly Entry[] {
    return [...this.#deleted.values()]
      .filter((one) => one.collection === collection)
      .map(({ entry }) => entry);
  }

  /** Takes a deletion back, if what was deleted is kept. */
  undelete(collection: string, key: string): boolean {
    const found = this.#deleted.get(placeOf(collection, key));
    if (!found) return false;
    this.set(collection, found.entry);
    for (const [path, entries] of found.below) {
      this.#noteSet(this.#collections, path);
      this.#collections.set(path, entries);
    }
    for (const [path, value] of found.singles) this.setSingle(path, value);
    return true;
  }

  single(path: string): Json | undefined {
    return this.#singles.get(path);
  }

  setSingle(path: string, value: Json): void {
    this.#noteSet(this.#singles, path);
    this.#singles.set(path, value);
  }

  deleteSingle(path: string): void {
    this.#noteDelete(this.#singles);
    this.#singles.delete(path);
  }

  /** Makes changes together: of those that throw, and of a dry run, nothing stays. Ids that were used stay used. */
  attempt<T>(change: () => T, { isDry = false }: { readonly isDry?: boolean } = {}): T {
    const outer = this.#attempt;
    const own: Attempt = { undo: [], copied: new Set() };
    this.#attempt = own;
    let isKept = false;
    try {
      const result = change();
      isKept = !isDry;
      return result;
    } finally {
      this.#attempt = outer;
      if (isKept) for (const step of own.undo) outer?.undo.push(step);
      else for (const step of own.undo.reverse()) step();
    }
  }

  #noteSet<T>(holder: Map<string, T>, key: string): void {
    if (!this.#attempt || this.#attempt.copied.has(holder)) return;
    const before = holder.get(key);
    this.#attempt.undo.push(before === undefined ? () => holder.delete(key) : () => holder.set(key, before));
  }

  #noteDelete<T>(holder: Map<string, T>): void {
    if (!this.#attempt || this.#attempt.copied.has(holder)) return;
    this.#attempt.copied.add(holder);
    // All of them, as they come in their order.
    const before = [...holder];
    this.#attempt.undo.push(() => {
      holder.clear();
      for (const [key, value] of before) holder.set(key, value);
    });
  }

  /** Counts up from one. */
  count(what: string): number {
    const next = (this.#counts.get(what) ?? 0) + 1;
    this.#counts.set(what, next);
    return next;
  }

  clear(): void {
    this.#collections.clear();
    this.#singles.clear();
    this.#deleted.clear();
    this.#counts.clear();
  }
}
