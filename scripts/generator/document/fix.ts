import type { Pointer } from "./pointer.js";

/** A change to a document, reported to the user. */
export interface Fix {
  /** The document's name. */
  readonly document: string;
  /** Where, as a JSON Pointer into the document as it was read. */
  readonly pointer: string;
  /** What was done and why, in one sentence. */
  readonly reason: string;
  /** Whether the document may mean something else, so that the user has to look. */
  readonly isDoubtful?: true;
}

/** Reports a fix: `"doubtful"` if the document may mean something else. */
export type Report = (pointer: Pointer, reason: string, certainty?: "doubtful") => void;
