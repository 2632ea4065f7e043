import { createRequire } from "node:module";
import type * as Yaml from "yaml";
import type { Pointer } from "../document/pointer.js";

/** A position in a text; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The positions of values in a text of YAML. */
export interface Positions {
  /** The first syntax error. */
  readonly problem: { readonly place: Place; readonly message: string } | undefined;
  readonly data: unknown;
  /** The place of the value at `pointer`, or of the nearest value around it; in a mapping, that of its key. */
  placeOf(pointer: Pointer): Place;
}

/**
 * Reads a text with the position of each value. This takes ten times as long as reading it without, so it is done, and its
 * package loaded, only to report an error.
 */
export function readPositions(text: string): Positions {
  const { LineCounter, parseDocument, ...yaml } = createRequire(import.meta.url)("yaml") as typeof Yaml;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    // An empty text has no lines.
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const [problem] = document.errors;

  function offsetOf(pointer: Pointer): number {
    let node: unknown = document.contents;
    let offset = 0;
    for (const key of pointer) {
      if (yaml.isAlias(node)) node = node.resolve(document);
      let start: unknown;
      if (yaml.isMap(node)) {
        const pair = node.items.find((item) => yaml.isScalar(item.key) && String(item.key.value) === key);
        start = pair?.key;
        node = pair?.value;
      } else if (yaml.isSeq(node)) {
        start = node = node.items[Number(key)];
      }
      const range = (start as Yaml.Node | undefined)?.range;
      if (!range) break;
      offset = range[0];
    }
    return offset;
  }
  return {
    problem: problem && { place: placeAt(problem.pos[0]), message: problem.message },
    get data() {
      return document.toJS() as unknown;
    },
    placeOf: (pointer) => placeAt(offsetOf(pointer)),
  };
}
