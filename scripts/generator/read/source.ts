import { CORE_SCHEMA, load } from "js-yaml";
import type { Pointer } from "../document/pointer.js";
import { readPositions } from "./positions.js";

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
    new DocumentError(`${name}:${place}: ${message}`);
  return {
    name,
    data: parse(text, errorAt),
    error: (pointer, message) => errorAt(readPositions(text).placeOf(pointer), message),
  };
}

function parse(text: string, errorAt: (place: string, message: string) => DocumentError): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA });
  } catch {
    // The two parsers differ in what they accept. The one that knows positions decides.
    const { problem, data } = readPositions(text);
    if (problem) throw errorAt(problem.place, problem.message);
    return data;
  }
}
