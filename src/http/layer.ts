import type { Attempt } from "../errors/index.js";

/** The part of `fetch` that the SDK uses: a request, and the signal beside it. */
export type Fetch = (request: Request, init?: RequestInit) => Promise<Response>;

/** What the layers know of the call that a request belongs to. */
export interface Call {
  /** The operation's id, or method and path; errors name it. */
  readonly operation: string;
  /** Ends the call when it aborts; every wait and every exchange listens to it. */
  readonly signal: AbortSignal;
  /** The `fetch` at the bottom. */
  readonly fetch: Fetch;
  /** True when the caller reads the body of a success as a stream: then it is handed over unread. */
  readonly streams: boolean;
  /** Filled as the call goes on, oldest first. */
  readonly attempts: Attempt[];
}

/** Sends a request on behalf of a call. */
export type Send = (request: Request, call: Call) => Promise<Response>;

/** Wraps a way to send into another: everything that the SDK adds to `fetch` is a layer. */
export type Layer = (next: Send) => Send;

/** Stacks layers upon a way to send, the outermost first. */
export function compose(layers: readonly Layer[], send: Send): Send {
  return layers.reduceRight((next, layer) => layer(next), send);
}
