import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Document, Node } from "yaml";
import type { Pointer } from "./pointer.js";

/** A document as it was read, and where in its file everything stands. */
export interface Source {
  readonly name: string;
  readonly data: unknown;
  /** An error about the value at `pointer`; where the document does not hold that, about the nearest value around it. */
  error(pointer: Pointer, message: string): DocumentError;
}

/** A document that cannot be used. The message begins with the place: `openapi/pim-v1.yaml:12:5: …`. */
export class DocumentError extends Error {
  override readonly name = "DocumentError";
}

/** Parses YAML, and with it JSON. */
export function readSource(name: string, text: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const errorAt = (offset: number, message: string): DocumentError => {
    const { line, col } = lines.linePos(offset);
    return new DocumentError(`${name}:${line}:${col}: ${message}`);
  };
  const [problem] = document.errors;
  if (problem) throw errorAt(problem.pos[0], problem.message);
  return {
    name,
    data: document.toJS(),
    error: (pointer, message) => errorAt(offsetOf(document, pointer), message),
  };
}

/** Where in the text the deepest value begins that lies on the way to `pointer`: its key, or the item of a list. */
function offsetOf(document: Document, pointer: Pointer): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const key of pointer) {
    if (isAlias(node)) node = node.resolve(document);
    let begin: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
      begin = pair?.key;
      node = pair?.value;
    } else if (isSeq(node)) {
      begin = node = node.items[Number(key)];
    }
    const range = (begin as Node | undefined)?.range;
    if (!range) break;
    offset = range[0];
  }
  return offset;
}
