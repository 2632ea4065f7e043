/** A place in a document, as the keys that lead to it: the tokens of a JSON Pointer (RFC 6901). */
export type Pointer = readonly string[];

export function formatPointer(pointer: Pointer): string {
  return pointer.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

export function formatReference(pointer: Pointer): string {
  return `#${formatPointer(pointer)}`;
}

/** A document has few different references, each of them in many places. */
const parsed = new Map<string, Pointer>();

/** Where a `$ref` points within its own document; undefined if it points elsewhere. */
export function parseReference(reference: string): Pointer | undefined {
  if (!reference.startsWith("#/")) return undefined;
  const known = parsed.get(reference);
  if (known) return known;
  const keys = decodeFragment(reference.slice(2)).split("/");
  const pointer = keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  parsed.set(reference, pointer);
  return pointer;
}

/** Most documents write `{id}` where a URI requires `%7Bid%7D`, so a malformed escape is taken literally. */
function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch (error) {
    if (error instanceof URIError) return fragment;
    throw error;
  }
}
