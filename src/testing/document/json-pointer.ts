/* JSON Pointers (RFC 6901). */

/** A pointer of its keys. */
export function formatPointer(keys: readonly string[]): string {
  return keys.map((key) => `/${escapeKey(key)}`).join("");
}

/** The keys of a pointer; undefined when it is none. */
export function parsePointer(pointer: unknown): readonly string[] | undefined {
  if (typeof pointer !== "string" || (pointer !== "" && !pointer.startsWith("/"))) return undefined;
  // Not one pattern for the whole of it: on a long text, the stack of the engine ends.
  if (/~(?![01])/.test(pointer)) return undefined;
  return pointer.split("/").slice(1).map(unescapeKey);
}

export function escapeKey(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

export function unescapeKey(key: string): string {
  return key.replaceAll("~1", "/").replaceAll("~0", "~");
}
