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

/** What a fake holds: resources by the paths of their collections, and what there is once by its path. */
export class Store {
  readonly #collections = new Map<string, Map<string, Entry>>();
  readonly #singles = new Map<string, Json>();
  readonly #counts = new Map<string, number>();

  entries(collection: string): readonly Entry[] {
    return [...(this.#collections.get(collection)?.values() ?? [])];
  }

  get(collection: string, key: string): Entry | undefined {
    return this.#collections.get(collection)?.get(key);
  }

  set(collection: string, entry: Entry): void {
    let entries = this.#collections.get(collection);
    if (!entries) this.#collections.set(collection, (entries = new Map<string, Entry>()));
    entries.set(entry.key, entry);
  }

  /** Deletes a resource, and what belongs to it. */
  delete(collection: string, key: string): void {
    this.#collections.get(collection)?.delete(key);
    const below = `${collection}/${encodeURIComponent(key)}/`;
    for (const holder of [this.#collections, this.#singles])
      for (const path of holder.keys()) if (path.startsWith(below)) holder.delete(path);
  }

  single(path: string): Json | undefined {
    return this.#singles.get(path);
  }

  setSingle(path: string, value: Json): void {
    this.#singles.set(path, value);
  }

  deleteSingle(path: string): void {
    this.#singles.delete(path);
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
    this.#counts.clear();
  }
}
