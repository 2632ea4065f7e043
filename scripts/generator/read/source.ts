import { CORE_SCHEMA, load } from "js-yaml";
import type { Pointer } from "../document/pointer.js";
import { visibleLine } from "../document/visible-text.js";
import { checkBounds, MAX_DEPTH } from "./bounds.js";
import { readPositions, type Positions } from "./positions.js";

/** A parsed document that knows the positions of its values in the text. */
export interface Source {
  readonly name: string;
  readonly data: unknown;
  /** An error about the value at `pointer`, or about the nearest value around it if the document has none there. */
  error(pointer: Pointer, message: string): DocumentError;
}

/** A document cannot be used. The message starts with the place: `openapi/pim-v1.yaml:12:5: …`. */
export class DocumentError extends Error {
  override readonly name = "DocumentError";
}

/** @throws {DocumentError} for a text that is neither YAML nor JSON */
export function readSource(name: string, text: string): Source {
  const errorAt = (place: string, message: string): DocumentError =>
    new DocumentError(visibleLine(`${name}:${place}: ${message}`));
  // Read at the first error, and once: a document may have thousands.
  let positions: Positions | undefined;
  const source: Source = {
    name,
    data: parse(text, errorAt),
    error: (pointer, message) => errorAt((positions ??= readPositions(text)).placeOf(pointer), message),
  };
  checkBounds(source.data, source);
  return source;
}

function parse(text: string, errorAt: (place: string, message: string) => DocumentError): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA });
  } catch (error) {
    if (error instanceof RangeError) throw errorAt("1:1", TOO_DEEP);
    // The two parsers differ in what they accept. The one that knows positions decides.
    return parseWithPositions(text, errorAt);
  }
}

function parseWithPositions(
  text: string,
  errorAt: (place: string, message: string) => DocumentError,
): unknown {
  try {
    const { problem, data } = readPositions(text);
    if (!problem) return data;
    throw errorAt(problem.place, problem.message);
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    // It has bounds of its own, for aliases and for depth.
    throw errorAt("1:1", error instanceof RangeError ? TOO_DEEP : messageOf(error));
  }
}

const TOO_DEEP = `the document is nested more than ${MAX_DEPTH} levels deep`;

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
