import { mapNodes, type Node } from "../../generator/document/nodes.js";
import { formatPointer } from "../../generator/document/pointer.js";
import { isRecord } from "../../generator/document/records.js";

/** So many words in a row are more than chance. */
export const RUN_LENGTH = 7;

const WORD_KEYS = ["title", "summary", "description", "x-summary"] as const;

/** Words of ours that are a published document's. */
export interface SharedRun {
  /** Where they stand in ours. */
  readonly pointer: string;
  readonly run: string;
}

/** All runs of words in published documents. */
export function publishedRuns(documents: readonly Node[]): ReadonlySet<string> {
  const runs = new Set<string>();
  for (const document of documents) {
    for (const { text } of textsIn(document)) {
      const words = wordsOf(text);
      for (let start = 0; start + RUN_LENGTH <= words.length; start++) {
        runs.add(words.slice(start, start + RUN_LENGTH).join(" "));
      }
    }
  }
  return runs;
}

/** Where our document has a run of words in common with published ones; each run as far as it goes. */
export function sharedRuns(ours: Node, published: ReadonlySet<string>): readonly SharedRun[] {
  return textsIn(ours).flatMap(({ pointer, text }) => {
    const words = wordsOf(text);
    const found: SharedRun[] = [];
    for (let start = 0; start + RUN_LENGTH <= words.length; start++) {
      let end = start + RUN_LENGTH;
      if (!published.has(words.slice(start, end).join(" "))) continue;
      while (end < words.length && published.has(words.slice(end + 1 - RUN_LENGTH, end + 1).join(" "))) end++;
      found.push({ pointer, run: words.slice(start, end).join(" ") });
      start = end - 1;
    }
    return found;
  });
}

/** The sentences of a document: its words, and strings in its examples. */
function textsIn(document: Node): readonly { readonly pointer: string; readonly text: string }[] {
  const texts: { pointer: string; text: string }[] = [];
  const addValues = (value: unknown, pointer: string): void => {
    if (typeof value === "string") texts.push({ pointer, text: value });
    else if (Array.isArray(value)) value.forEach((item, index) => addValues(item, `${pointer}/${index}`));
    else if (isRecord(value))
      for (const [key, item] of Object.entries(value)) addValues(item, `${pointer}/${key}`);
  };
  mapNodes(document, (node, pointer, descend) => {
    for (const key of WORD_KEYS) {
      const text = node[key];
      if (typeof text === "string") texts.push({ pointer: formatPointer([...pointer, key]), text });
    }
    for (const key of ["example", "value"]) addValues(node[key], formatPointer([...pointer, key]));
    return descend(node);
  });
  return texts;
}

/** Names of the interface are no words: code, paths, what is written with capitals within, or in capitals alone. */
const NAME = /[\d_/\\.:@#=<>{}$%&+~|^*]|[a-z][A-Z]|^[A-Z][A-Z]+s?$/;

/** The words of a text, without case and punctuation. */
export function wordsOf(text: string): readonly string[] {
  return text
    .replaceAll(/```[\s\S]*?```|`[^`]*`/g, " ")
    .replaceAll(/\]\([^()]*\)/g, "] ")
    .split(/[\s\u2013\u2014]+/)
    .map((token) => token.replaceAll(/^[^\p{L}\d`]+|(?<![^\p{L}\d])[^\p{L}\d]+$/gu, ""))
    .filter((token) => token !== "" && !NAME.test(token))
    .flatMap((token) => token.split(/[-,;()[\]"“”]+/))
    .map((word) => word.replaceAll(/['’]/g, "").toLowerCase())
    .filter((word) => word !== "");
}
