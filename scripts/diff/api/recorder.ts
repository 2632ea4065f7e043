import type { Direction } from "../../generator/document/directions.js";
import type { Pointer } from "../../generator/document/pointer.js";
import type { Comparison, Finding } from "../finding.js";
import type { SchemaComparer } from "../schema/schema-comparer.js";

/** What was found in one operation, or in what no operation is part of. */
export interface Section {
  /** Such as `GET /pim/v1/integrations`; absent for what is of the document as a whole. */
  readonly operation?: string;
  readonly notes: Note[];
  readonly roots: Root[];
}

/** A difference that is not within a schema. */
export interface Note {
  readonly finding: Finding;
  readonly direction: Direction;
  readonly place: string;
}

/** Where a schema is used. */
export interface Root {
  readonly comparison: Comparison;
  readonly place: string;
  /** Whether the generated module has types of it: it has none of callbacks. */
  readonly isTyped: boolean;
}

/** A part of a document, and where it stands. */
export interface Part {
  readonly node: Readonly<Record<string, unknown>>;
  readonly pointer: Pointer;
}

/**
 * Who sends and who reads: in an operation the program sends a request and reads a response; in a callback it reads a
 * request and sends a response.
 */
export interface Exchange {
  readonly request: Direction;
  readonly response: Direction;
  readonly isCallback: boolean;
}

export const OPERATION: Exchange = { request: "request", response: "response", isCallback: false };
export const CALLBACK: Exchange = { request: "response", response: "request", isCallback: true };

/** What all that compares parts of operations works with. */
export interface Context {
  readonly comparer: SchemaComparer;
  readonly exchange: Exchange;
  readonly section: Section;
  /** What the place of everything begins with, such as `callback ripe > `. */
  readonly prefix: string;
}

export function note(context: Context, place: string, direction: Direction, finding: Finding): void {
  context.section.notes.push({ finding, direction, place: placeIn(context, place) });
}

export function placeIn({ prefix }: Context, place: string): string {
  return place === "" ? prefix.replace(/ > $/, "") : prefix + place;
}

/** A finding at the same key of both parts, or of the one that there is. */
export function findingAt(
  old: Part | undefined,
  revised: Part | undefined,
  finding: Omit<Finding, "oldPointer" | "newPointer">,
  ...keys: Pointer
): Finding {
  return {
    ...finding,
    ...(old && { oldPointer: [...old.pointer, ...keys] }),
    ...(revised && { newPointer: [...revised.pointer, ...keys] }),
  };
}
