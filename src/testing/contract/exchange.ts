import type { DocumentOperation } from "../document/operations.js";

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
}

/** An exchange, and what it was for. */
export interface OperationExchange extends Exchange {
  readonly operation: DocumentOperation;
  /** The path parameters, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** The JSON of a body; undefined when it is none. */
export function jsonOf({ body = "" }: Pick<Exchange, "body">): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
