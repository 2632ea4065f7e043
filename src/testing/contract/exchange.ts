import type { DocumentOperation } from "../document/operations.js";

/** What is wrong with a body: it breaks off, or is not in the encoding that `Content-Encoding` names. */
export type BrokenBody = "body-truncated" | "encoding-mismatch";

/** A request that was sent, and its response, as they were on the wire. */
export interface Exchange {
  /** In capitals. */
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  /** Decoded; empty when there was none, undefined when it was not recorded. */
  readonly body: string | undefined;
  /** The limit that the body went beyond without an end: `20 seconds`. Nothing of it is held against the document. */
  readonly endless?: string | undefined;
  /** Why the body could not be read to its end, where it began. */
  readonly broken?: BrokenBody | undefined;
  /** Its place in a recording, from 0. */
  readonly entry?: number;
}

/** An exchange, and what it was for. */
export interface OperationExchange extends Exchange {
  readonly operation: DocumentOperation;
  /** The path parameters, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}
