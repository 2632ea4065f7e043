import { applyOverlay } from "./overlay.js";
import { readSource, type Source } from "./source.js";

/** A document as it is given to a command. */
export interface InputDocument {
  /** Its path, with slashes, as messages name it. */
  readonly name: string;
  readonly text: string;
  /** Corrections to it, as an OpenAPI Overlay. */
  readonly overlay?: { readonly name: string; readonly text: string };
}

/**
 * Reads a document, corrected by its overlay.
 *
 * @throws {DocumentError} for a text that is not YAML, or an overlay that does not apply; it names the place
 */
export async function readInput({ name, text, overlay }: InputDocument): Promise<Source> {
  const source = readSource(name, text);
  return overlay ? applyOverlay(source, overlay.name, overlay.text) : source;
}
