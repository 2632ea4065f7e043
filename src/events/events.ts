import type { Attempt } from "../errors/index.js";

/** What every event says. */
interface EventOfCall {
  /** The operation's id, such as `listPimV1Integrations`. */
  readonly operation: string;
}

/** A request is about to be sent. */
export interface RequestEvent extends EventOfCall {
  readonly type: "request";
  readonly method: string;
  /** Host and path; the query is in `query`. */
  readonly url: string;
  /** The query parameters, with the values of those that are known to be harmless. */
  readonly query: Readonly<Record<string, string>>;
  /** The headers that are known to be harmless; never the credentials. */
  readonly headers: Readonly<Record<string, string>>;
  /** Counts the requests of the call, from 1. */
  readonly attempt: number;
}

/** A request has ended, with an answer or without. */
export interface ResponseEvent extends EventOfCall, Attempt {
  readonly type: "response";
  /** The headers that are known to be harmless; empty when no answer came. */
  readonly headers: Readonly<Record<string, string>>;
  readonly attempt: number;
}

/** A failed attempt will be made again. */
export interface RetryEvent extends EventOfCall {
  readonly type: "retry";
  /** The status of the answer, or the name of the error. */
  readonly reason: number | string;
  /** Milliseconds until then. */
  readonly delayMs: number;
  /** The attempt that is to come. */
  readonly attempt: number;
}

/** A page of a list has come. */
export interface PageEvent extends EventOfCall {
  readonly type: "page";
  /** How many items it holds. */
  readonly items: number;
  /** How many items the list holds in all, where the service tells. */
  readonly totalSize?: number;
}

/** Calls wait because the service's rate limit is used up. */
export interface PauseEvent {
  readonly type: "pause";
  /** Milliseconds that all calls of the client wait. */
  readonly delayMs: number;
}

/** What a client does, as it happens: enough for metrics and traces, and nothing secret. */
export type ClientEvent = RequestEvent | ResponseEvent | RetryEvent | PageEvent | PauseEvent;

/** Told what a client does. */
export type Observer = (event: ClientEvent) => void;

/** One observer that tells several; what one of them throws is its own affair and does not disturb the call. */
export function observerOf(observers: readonly (Observer | undefined)[]): Observer | undefined {
  const present = observers.filter((observer) => observer !== undefined);
  if (present.length === 0) return undefined;
  return (event) => {
    for (const observer of present) void tell(observer, event);
  };
}

/** Tells at once; awaits only to catch what an async observer rejects with. */
async function tell(observer: Observer, event: ClientEvent): Promise<void> {
  try {
    await (observer(event) as unknown);
  } catch {
    return;
  }
}
