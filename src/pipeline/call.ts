import type { Attempt } from "../errors/index.js";
import type { Observer } from "../events/events.js";
import type { Settings } from "./settings.js";
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
  readonly isOneShot?: boolean;
  /** True when sending the request again does no harm, whatever its method. */
  readonly idempotent?: boolean;
  /** What the request was made of, where that is known: to make it anew costs less than a copy. */
  requestParts?: readonly [url: string, init: RequestInit];
  /** The value of the `Authorization` header for the next attempt. */
  authorization?: string;
  /** The last answer that came whole. */
  answer?: Response;
  /** True while a request is with `fetch`, and when the call ended meanwhile. */
  inFlight?: boolean;
  /** True once an attempt of a write ended so that nobody knows whether it was applied. */
  maybeApplied?: boolean;
  /** True when the caller goes on reading the answer after the call has ended. */
  streams?: boolean;
}

/** What came back: an answer, and its body, read to the end so that the connection is free for the next request. */
export interface ReadResponse {
  readonly response: Response;
  /** Text where the caller wants JSON or text, else bytes; absent where there is none, or the caller reads it as a stream. */
  readonly content: string | ArrayBuffer | undefined;
}

/** Sends a request on behalf of a call. It may be sent again after that: who needs to change it changes a copy. */
export type Send = (request: Request, call: Call) => Promise<ReadResponse>;

/** Wraps a way to send into another: everything that the SDK adds to `fetch` is a layer. */
export type Layer = (next: Send) => Send;
