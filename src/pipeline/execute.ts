import { recaptureStack } from "../errors/confluent-error.js";
import { ConfluentError, ResponseFormatError, TimeoutError } from "../errors/index.js";
import type { Observer } from "../events/events.js";
import { isStream } from "../http/body-values.js";
import { isSafe } from "../http/methods.js";
import type { Operation } from "../operation.js";
import type { Clock } from "../time/clock.js";
import { Scope } from "../time/scope.js";
import { isErrorLike } from "../util/error-like.js";
import type { Call, Fetch, Send } from "./call.js";
import { notParsed, responseFormatError } from "./response-format-error.js";
import { mergeSettings, type RequestPolicy, type Settings } from "./settings.js";

/** The options of one call: those of openapi-fetch, of which the ones that matter here are named, and the SDK's. */
export interface CallInit extends RequestPolicy {
  readonly params?: { readonly path?: unknown; readonly query?: unknown; readonly header?: unknown };
  readonly body?: unknown;
  readonly baseUrl?: unknown;
  readonly headers?: unknown;
  readonly signal?: AbortSignal | null | undefined;
  readonly fetch?: Fetch;
  readonly parseAs?: string | undefined;
  readonly [option: string]: unknown;
}

/** The response to a call, its body parsed. */
export interface Result {
  readonly data?: unknown;
  /** The parsed body of a failed response; undefined when it has none. */
  readonly error?: unknown;
  readonly response: Response;
}

/** The result of a call, and the call itself, for what an error says about it. */
export interface CallResult extends Result {
  readonly call: Call;
}

/**
 * Makes one call: checks its arguments, builds its request, sends it through the pipeline and parses the response. The call
 * ends when the signal in its options aborts, or when the list that it loads a page for is no longer read.
 *
 * @throws {ConfigurationError} when an argument or an option is missing or wrong
 */
export type Execute = (operation: Operation, init?: CallInit, reading?: Scope) => Promise<CallResult>;

/** Builds the request of a call, sends it, and parses the response. A body that cannot be parsed is a `SyntaxError`. */
export type RequestBuilder = (
  operation: Operation,
  init: CallInit,
  call: Call,
  send: Send,
) => Promise<Result>;

/** What is known of the successes of an operation. */
export interface SuccessReader {
  /** How the body of a success is read. */
  readonly formatOf: (operation: Operation, response: Response) => string;
  /** The data of a result, unless it violates the document. */
  readonly check: (operation: Operation, result: Result, call: Call) => unknown;
}

export interface ExecuteOptions {
  readonly buildRequest: RequestBuilder;
  /** Refuses arguments and options that cannot be sent; without it, none are refused. */
  readonly check?: (operation: Operation, init: CallInit) => void;
  /** Holds successes against what their operation declares; without it, they are JSON, and taken as they are. */
  readonly successes?: SuccessReader;
  /** True to reject with the errors of `buildRequest` as they are. */
  readonly plainErrors?: boolean;
  /** Leaves redirects to `fetch`. */
  readonly platformRedirects?: boolean;
  /** The pipeline of layers. */
  readonly send: Send;
  /** What sends the attempts, unless a call brings its own `fetch`. */
  readonly fetch: Fetch;
  /** The settings of the client, which a call may override. */
  readonly settings: Settings;
  readonly clock: Clock;
  readonly observe: Observer | undefined;
}

export function createExecute(client: ExecuteOptions): Execute {
  const { buildRequest, plainErrors, send, clock, observe } = client;
  return async (operation, init = {}, reading) => {
    client.check?.(operation, init);
    const settings = mergeSettings(client.settings, init);
    const scope = new Scope([init.signal, reading], settings.totalTimeoutMs, clock);
    const call: Call = {
      operation: operation.id,
      attempts: [],
      scope,
      clock,
      endsAt: clock.now() + settings.totalTimeoutMs,
      settings,
      fetch: init.fetch ?? client.fetch,
      observe,
      parseAs: init.parseAs,
      formatOf: (response) => init.parseAs ?? client.successes?.formatOf(operation, response),
      isSafe: isSafe(operation.method),
      body: init.body,
      isOneShot: isStream(init.body),
      platformRedirects: client.platformRedirects,
      keepsRedirects: init["redirect"] === "manual" || init["redirect"] === "error",
    };
    try {
      if (!plainErrors) scope.check();
      const result = await buildRequest(operation, init, call, send);
      if (!client.successes) return { ...result, call };
      return { ...result, data: client.successes.check(operation, result, call), call };
    } catch (error) {
      const unparsable =
        !plainErrors && isErrorLike(error) && error.name === "SyntaxError" && call.response?.ok
          ? responseFormatError(call.response, notParsed(call.response), call, error)
          : undefined;
      const failure = unparsable ?? error;
      // A request that was in flight may have been applied; one that succeeded was, even if a middleware hangs after it, or the
      // response cannot be used.
      const mayHaveSucceeded = call.inFlight || call.response?.ok || failure instanceof ResponseFormatError;
      if (!call.isSafe && mayHaveSucceeded) call.maybeApplied = true;
      if (!scope.timedOut && !plainErrors) scope.check();
      throw finish(scope.timedOut ? totalTimeoutError(call) : failure, call);
    } finally {
      if (call.streams) scope.stopTimer();
      else scope.release();
    }
  };
}

/** Adds to an error what only the call knows, and points its stack at the caller instead of the pipeline. */
function finish(error: unknown, call: Call): unknown {
  if (error instanceof ConfluentError && call.maybeApplied) error.maybeApplied = true;
  return recaptureStack(error, finish);
}

function totalTimeoutError({ settings, operation, attempts }: Call): TimeoutError {
  const message = `The call did not end within its total timeout of ${settings.totalTimeoutMs} ms (${operation})`;
  return new TimeoutError(message, { operation, attempts });
}
