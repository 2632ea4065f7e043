import type { Attempt } from "../errors/index.js";
import type { Observer } from "../events/events.js";
import type { ReadResponse } from "../http/read-body.js";
import type { Clock } from "../time/clock.js";
import type { Scope } from "../time/scope.js";
import type { Settings } from "./settings.js";

/** The part of `fetch` that the SDK uses: it is called with a `Request`, and with the signal of the attempt beside it. */
export type Fetch = (request: Request, init?: RequestInit) => Promise<Response>;

/** What the layers know of the call that a request belongs to. */
export interface Call {
  /** The operation's id, or method and path; errors and logs name it. */
  readonly operation: string;
  /** What was sent and what came back so far, oldest first. Errors show it. */
  readonly attempts: Attempt[];
  /** Every wait and every attempt ends with it. */
  readonly scope: Scope;
  readonly clock: Clock;
  /** When `totalTimeoutMs` is over, by `clock.now()`. */
  readonly endsAt: number;
  readonly settings: Settings;
  /** What sends the attempts. */
  fetch: Fetch;
  readonly observe: Observer | undefined;
  /** How the caller asks to read the body of a success; the document says so unless set. `stream` returns it unread. */
  readonly parseAs?: string | undefined;
  /** How the body of a success is read: as JSON unless set. */
  readonly formatOf?: (response: Response) => string | undefined;
  /** True when the request changes nothing. */
  readonly isSafe?: boolean;
  /** True when the request can be sent only once, because its body is a stream. */
  readonly isOneShot?: boolean;
  /** True if redirects are left to `fetch`, as for a drop-in client without credentials. */
  readonly platformRedirects?: boolean | undefined;
  /** True if the caller asked, by the option `redirect`, that none is followed. */
  readonly keepsRedirects?: boolean;
  /** True when the request may be sent again, whatever its method. */
  readonly idempotent?: boolean;
  /** What the caller sends, before it is serialised. */
  readonly body?: unknown;
  /** Hides from a text what is secret in the last request. */
  hide?: (text: string) => string;
  /** The value of the `Authorization` header for the next attempt. */
  authorization?: string;
  /** When the authenticator had those credentials at hand, by `clock.now()`; absent when the call waited for them. */
  cachedAt?: number | undefined;
  /** The last response that was received completely. */
  response?: Response;
  /** True while `fetch` has the request, and if the call ended meanwhile. */
  inFlight?: boolean;
  /** True once an attempt of a write failed so that it may have been applied. */
  maybeApplied?: boolean;
  /** What to try, for the error of a failed response. */
  hint?: string;
  /** True when the caller still reads the response after the call has ended. */
  streams?: boolean;
}

/** Sends a request on behalf of a call. It does not change the request, which may be sent again; it changes a copy. */
export type Send = (request: Request, call: Call) => Promise<ReadResponse>;

/** Wraps a `Send` into another. Everything that the SDK adds to `fetch` is a layer. */
export type Layer = (next: Send) => Send;
