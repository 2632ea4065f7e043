import { CORE_SCHEMA, load } from "js-yaml";
import type { Pointer } from "../document/pointer.js";
import { readPositions } from "./positions.js";

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
    // The two readers differ in what they forgive; the one that knows the places has the last word.
    const { problem, data } = readPositions(text);
    if (problem) throw errorAt(problem.place, problem.message);
    return data;
  }
}
