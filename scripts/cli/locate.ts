import { parseReference } from "../generator/document/pointer.js";
import type { InputDocument } from "../generator/read/input.js";
import { readPositions, type Place, type Positions } from "../generator/read/positions.js";

/**
 * Finds lines and columns of JSON Pointers into documents. To read a text with its positions takes long, so each is read
 * once, and only when it is asked for.
 */
export function createLocator(
  documents: readonly InputDocument[],
): (document: string, pointer: string) => Place | undefined {
  const read = new Map<string, Positions>();
  return (name, pointer) => {
    const document = documents.find((candidate) => candidate.name === name);
    if (!document) return undefined;
    const positions = read.get(name) ?? readPositions(document.text);
    read.set(name, positions);
    return positions.placeOf(pointer === "" ? [] : (parseReference(`#${pointer}`) ?? []));
  };
}
