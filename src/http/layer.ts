import type { Attempt } from "../errors/index.js";
import type { Observer } from "../events.js";
import type { Settings } from "../settings.js";
import type { Scope } from "../time/scope.js";

/** The part of `fetch` that the SDK uses: a request, and the signal beside it. */
export type Fetch = (request: Request, init?: RequestInit) => Promise<Response>;

/** What the layers know of the call that a request belongs to. */
export interface Call {
  /** The operation's id, or method and path; errors and logs name it. */
  readonly operation: string;
  /** Oldest first: what was sent and what came back, as far as the call has got. Errors show it. */
  readonly attempts: Attempt[];
  /** Every wait and every exchange ends with it. */
  readonly scope: Scope;
  /** When the call must have ended, by the client's clock. */
  readonly endsAt: number;
  readonly settings: Settings;
  /** The `fetch` at the bottom. */
  readonly fetch: Fetch;
  readonly observe: Observer | undefined;
  /** How the caller reads the body of a success, JSON unless it says otherwise; `stream` gets it handed over unread. */
  readonly parseAs?: string | undefined;
  /** True when the request can be sent once only, because its body is a stream. */
  readonly sendsOnce?: boolean;
  /** True when sending the request again does no harm, whatever its method. */
  readonly repeatable?: boolean;
  /** True while a request is with `fetch`. */
  inFlight?: boolean;
  /** True once an attempt of a write ended so that nobody knows whether it was applied. */
  maybeApplied?: boolean;
}

/** Sends a request on behalf of a call. */
export type Send = (request: Request, call: Call) => Promise<Response>;

/** Wraps a way to send into another: everything that the SDK adds to `fetch` is a layer. */
export type Layer = (next: Send) => Send;
