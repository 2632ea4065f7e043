import type { Pointer } from "./pointer.js";

/** A change to a document, reported to the user. */
export interface Fix {
  /** The document's name. */
  readonly document: string;
  /** Where, as a JSON Pointer into the document as it was read. */
  readonly pointer: string;
  /** What was done and why, in one sentence. */
  readonly reason: string;
}

export type Report = (pointer: Pointer, reason: string) => void;
