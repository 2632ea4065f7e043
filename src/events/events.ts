import type { Attempt } from "../errors/index.js";

/** What every event of a call has. */
interface CallEvent {
  /** The operation's id, such as `listPimV1Integrations`. */
  readonly operation: string;
}

/** A request is about to be sent. */
export interface RequestEvent extends CallEvent {
  readonly type: "request";
  readonly method: string;
  /** The URL without its query. */
  readonly url: string;
  /** The query parameters by name. Values that are not allow-listed are replaced by `[hidden]`. */
  readonly query: Readonly<Record<string, string>>;
  /** The allow-listed headers; never the credentials. */
  readonly headers: Readonly<Record<string, string>>;
  /** Counts the requests of the call, from 1. */
  readonly attempt: number;
}

/** A request has ended, with or without a response. */
export interface ResponseEvent extends CallEvent, Attempt {
  readonly type: "response";
  /** The allow-listed headers; empty when there is no response. */
  readonly headers: Readonly<Record<string, string>>;
  /** Counts the requests of the call, from 1. */
  readonly attempt: number;
}

/** A failed attempt will be repeated. */
export interface RetryEvent extends CallEvent {
  readonly type: "retry";
  /** The status of the response, or the name of the error. */
  readonly reason: number | string;
  /** Milliseconds until the next attempt. */
  readonly delayMs: number;
  /** The number of the next attempt. */
  readonly attempt: number;
}

/** A page of a list has arrived. */
export interface PageEvent extends CallEvent {
  readonly type: "page";
  /** The number of items on the page. */
  readonly items: number;
  /** The number of items in the whole list, if the service says. */
  readonly totalSize?: number;
}

/** All calls wait because the service's rate limit is exhausted. */
export interface PauseEvent {
  readonly type: "pause";
  /** Milliseconds that the calls of the client wait. */
  readonly delayMs: number;
}

/** The shared rate limiter has failed, and the client goes on with its own; or it is available again. Once an outage. */
export interface RateLimiterEvent {
  readonly type: "rateLimiter";
  /** False when it has failed, true when it works again. */
  readonly available: boolean;
  /** Why it is not available. */
  readonly error?: string;
}

/** What a client does, when it happens: enough for metrics and traces, without secrets. */
export type ClientEvent =
  RequestEvent | ResponseEvent | RetryEvent | PageEvent | PauseEvent | RateLimiterEvent;

/** A listener for events. */
export type Observer = (event: ClientEvent) => void;

/** One observer that calls several. Errors of a listener are ignored. */
export function observerOf(observers: readonly (Observer | undefined)[]): Observer | undefined {
  const present = observers.filter((observer) => observer !== undefined);
  if (present.length === 0) return undefined;
  return (event) => {
    for (const observer of present) void notify(observer, event);
  };
}

/** Calls the observer synchronously; awaits only to catch the rejection of an async one. */
async function notify(observer: Observer, event: ClientEvent): Promise<void> {
  try {
    await (observer(event) as unknown);
  } catch {
    return;
  }
}
