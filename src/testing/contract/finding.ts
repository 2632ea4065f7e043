import type { Kind } from "./kinds/kinds.js";

/** A JSON Pointer into a document, as the keys that lead there. */
export type Pointer = readonly string[];

/** A drift in one response. */
export interface Finding {
  readonly kind: Kind;
  /** Where it is in the response: `header Location`, `body.data[].config.kind`; empty for the response as a whole. */
  readonly place: string;
  /** What the document has there. */
  readonly pointer: Pointer;
  /** The values of the kind's message. They are shown as they are: nothing that identifies anything may be in them. */
  readonly subject?: string | undefined;
  readonly detail?: string | undefined;
}
