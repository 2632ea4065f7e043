import { createRequire } from "node:module";
import type * as Yaml from "yaml";
import type { Pointer } from "../document/pointer.js";

/** The positions of values in a text of YAML. */
export interface Positions {
  /** The first syntax error. */
  readonly problem: { readonly place: string; readonly message: string } | undefined;
  readonly data: unknown;
  /** Line and column, `12:5`, of the value at `pointer`, or of the nearest value around it; in a mapping, those of its key. */
  placeOf(pointer: Pointer): string;
}

/**
 * Reads a text with the position of each value. This takes ten times as long as reading it without, so it is done, and its
 * package loaded, only to report an error.
 */
export function readPositions(text: string): Positions {
  const { LineCounter, parseDocument, ...yaml } = createRequire(import.meta.url)("yaml") as typeof Yaml;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${line}:${col}`;
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
