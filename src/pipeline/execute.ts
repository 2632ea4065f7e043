import type { Operation } from "../operation.js";
import { recaptureStack } from "../errors/confluent-error.js";
import { ConfluentError, TimeoutError, type ResponseFormatError } from "../errors/index.js";
import type { Observer } from "../events/events.js";
import { mergeSettings, type Settings, type RequestPolicy } from "./settings.js";
import type { Clock } from "../time/clock.js";
import { Scope } from "../time/scope.js";
import { checkArguments } from "../http/check-arguments.js";
import { responseFormatError } from "./response-format-error.js";
import type { Call, Fetch, Send } from "./call.js";
import { writes } from "../http/methods.js";

/** The options of one call: openapi-fetch's own, of which these matter here, and the SDK's. */
export interface CallInit extends RequestPolicy {
  readonly params?: { readonly path?: unknown; readonly query?: unknown };
  readonly body?: unknown;
  readonly headers?: unknown;
  readonly signal?: AbortSignal | null | undefined;
  readonly fetch?: Fetch;
  readonly parseAs?: string | undefined;
  readonly [option: string]: unknown;
}

/** The answer to a call, its body read. */
export interface Result {
  readonly data?: unknown;
  /** The parsed body of a failed answer; nothing where it has none. */
  readonly error?: unknown;
  readonly response: Response;
}

/** What became of a call, and the call, for what an error is to say about it. */
export interface CallResult extends Result {
  readonly call: Call;
}

/**
 * One call, on the road that all calls take: checks, a requester, the pipeline of layers. It ends with the signal of its
 * options, and with the reading that it is part of.
 */
export type Execute = (operation: Operation, init?: CallInit, reading?: Scope) => Promise<CallResult>;

/**
 * Makes the request of a call, has it sent, and parses the answer. A body that cannot be parsed is a `SyntaxError`.
 */
export type RequestBuilder = (
  operation: Operation,
  init: CallInit,
  call: Call,
  send: Send,
) => Promise<Result>;

export interface ExecuteSettings {
  readonly request: RequestBuilder;
  /** The pipeline of layers. */
  readonly send: Send;
  /** The `fetch` at its bottom, unless a call brings its own. */
  readonly fetch: Fetch;
  /** What a call does not set itself. */
  readonly settings: Settings;
  readonly clock: Clock;
  readonly observe: Observer | undefined;
}

export function createExecute(client: ExecuteSettings): Execute {
  const { request, send, clock, observe } = client;
  return async (operation, init = {}, reading) => {
    checkArguments(operation, init);
    const settings = mergeSettings(client.settings, init);
    const scope = new Scope([init.signal, reading], settings.totalTimeoutMs, clock);
    const call: Call = {
      operation: operation.id,
      attempts: [],
      scope,
      endsAt: clock.now() + settings.totalTimeoutMs,
      settings,
      fetch: init.fetch ?? client.fetch,
      observe,
      parseAs: init.parseAs,
      isOneShot: isStream(init.body),
    };
    try {
      scope.check();
      const { data, error, response } = await request(operation, init, call, send);
      return { data, error, response, call };
    } catch (error) {
      const unparsable =
        error instanceof SyntaxError && call.answer?.ok
          ? unparsableError(call.answer, call, error)
          : undefined;
      // Whatever was under way, or came back unreadable, may have been carried out.
      if (writes(operation.method) && (call.inFlight || unparsable)) call.maybeApplied = true;
      if (!scope.timedOut) scope.check();
      throw finish(scope.timedOut ? deadlineError(call) : (unparsable ?? error), call);
    } finally {
      if (call.streams) scope.stopTimer();
      else scope.release();
    }
  };
}

/** True for what `fetch` takes as a body and reads as it comes. */
function isStream(body: unknown): boolean {
  return typeof body === "object" && body !== null && (Symbol.asyncIterator in body || "getReader" in body);
}

/** Gives an error what only the call knows, and a stack that leads to whoever made it rather than into the pipeline. */
function finish(error: unknown, call: Call): unknown {
  if (error instanceof ConfluentError && call.maybeApplied) error.maybeApplied = true;
  return recaptureStack(error, finish);
}

function deadlineError(call: Call): TimeoutError {
  const message = `The call did not end within its deadline of ${call.settings.totalTimeoutMs} ms (${call.operation})`;
  return new TimeoutError(message, call);
}

function unparsableError(answer: Response, call: Call, cause: SyntaxError): ResponseFormatError {
  const type = answer.headers.get("content-type") ?? "no content type";
  return responseFormatError(answer, `with a body that is not JSON but ${type}`, call, cause);
}
