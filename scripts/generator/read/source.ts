import { CORE_SCHEMA, load, Type } from "js-yaml";
import type { Pointer } from "../document/pointer.js";
import { visibleLine } from "../document/visible-text.js";
import { checkBounds, MAX_DEPTH } from "./bounds.js";
import { readPositions, type Place, type Positions } from "./positions.js";

/** A parsed document that knows the positions of its values in the text. */
export interface Source {
  readonly name: string;
  readonly data: unknown;
  /** The place of the value at `pointer`, or of the nearest value around it if the document has none there. */
  placeOf(pointer: Pointer): Place;
  /** An error about the value at `pointer`, or about the nearest value around it. */
  error(pointer: Pointer, message: string): DocumentError;
}

/** A document cannot be used. The message starts with the place: `openapi/pim-v1.yaml:12:5: …`. */
export class DocumentError extends Error {
  override readonly name = "DocumentError";
  readonly document: string;
  readonly line: number;
  readonly column: number;
  /** The message without the place. */
  readonly reason: string;

  constructor(document: string, { line, column }: Place, reason: string) {
    super(visibleLine(`${document}:${line}:${column}: ${reason}`));
    this.document = visibleLine(document);
    this.line = line;
    this.column = column;
    this.reason = visibleLine(reason);
  }
}

const START: Place = { line: 1, column: 1 };

/** JSON's types, and merge keys (`<<: *shared`), which the types of the package have no name for. */
const SCHEMA = CORE_SCHEMA.extend({
  implicit: [new Type("tag:yaml.org,2002:merge", { kind: "scalar", resolve: (key) => key === "<<" })],
});

/** @throws {DocumentError} for a text that is neither YAML nor JSON */
export function readSource(name: string, text: string): Source {
  // Read at the first error, and once: a document may have thousands.
  let positions: Positions | undefined;
  const placeOf = (pointer: Pointer): Place => (positions ??= readPositions(text)).placeOf(pointer);
  const source: Source = {
    name,
    data: parse(name, text),
    placeOf,
    error: (pointer, message) => new DocumentError(name, placeOf(pointer), message),
  };
  checkBounds(source.data, source);
  return source;
}

function parse(name: string, text: string): unknown {
  try {
    return load(text, { schema: SCHEMA });
  } catch (error) {
    if (error instanceof RangeError) throw new DocumentError(name, START, TOO_DEEP);
    // The two parsers differ in what they accept. The one that knows positions decides.
    return parseWithPositions(name, text);
  }
}

function parseWithPositions(name: string, text: string): unknown {
  try {
    const { problem, data } = readPositions(text);
    if (!problem) return data;
    throw new DocumentError(name, problem.place, problem.message);
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    // It has bounds of its own, for aliases and for depth.
    throw new DocumentError(name, START, error instanceof RangeError ? TOO_DEEP : messageOf(error));
  }
}

const TOO_DEEP = `the document is nested more than ${MAX_DEPTH} levels deep`;

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
