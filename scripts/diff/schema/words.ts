import { listOf, stableJson } from "../json.js";
import type { Located } from "./conjunction.js";

/** What a schema, or another part of a document, says to readers: the texts under each key, without an order. */
export type Words = ReadonlyMap<string, string>;

const WORDS = new Set(["title", "description", "summary", "externalDocs", "$comment", "tags", "links"]);

/** Whether a key says something to readers alone. */
function isWord(key: string): boolean {
  return WORDS.has(key) || key === "example" || key === "examples" || key.startsWith("x-");
}

/** Extensions that say what a value may be, and are compared as such. */
const MEANING = new Set(["x-extensible-enum"]);

export function wordsOf(parts: readonly Located[]): Words {
  return wordsIn(parts.map(({ schema }) => schema));
}

/** The words of mappings that describe one thing together. An example is one of several examples. */
export function wordsIn(nodes: readonly object[]): Words {
  const found = new Map<string, Set<string>>();
  for (const node of nodes) {
    for (const [key, value] of Object.entries(node)) {
      if (!isWord(key) || MEANING.has(key) || value === undefined || value === "") continue;
      const texts = key === "examples" && Array.isArray(value) ? listOf(value) : [value as unknown];
      const place = key === "example" ? "examples" : key;
      const known = found.get(place) ?? new Set();
      for (const text of texts) known.add(stableJson(text));
      found.set(place, known);
    }
  }
  return new Map([...found].map(([key, texts]) => [key, [...texts].sort().join()]));
}
