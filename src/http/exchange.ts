import type { Middleware } from "openapi-fetch";
import type { Operation } from "../api.js";
import { traceAnew } from "../errors/confluent-error.js";
import { ConfluentError, ResponseFormatError, TimeoutError } from "../errors/index.js";
import type { Observer } from "../events.js";
import { override, type Settings, type TimeAndRetryOptions } from "../settings.js";
import type { Clock } from "../time/clock.js";
import { abortable, openScope } from "../time/scope.js";
import { checkPathParameters, checkRequiredQuery } from "./check-arguments.js";
import type { Call, Fetch, History, Send } from "./layer.js";
import { writes } from "./methods.js";
import { releaseAtEnd } from "./response-body.js";

/** The options of one call: openapi-fetch's own, of which these matter here, and the SDK's. */
export interface ExchangeInit extends TimeAndRetryOptions {
  readonly params?: { readonly path?: unknown; readonly query?: unknown };
  readonly body?: unknown;
  readonly signal?: AbortSignal | null | undefined;
  readonly fetch?: Fetch;
  readonly parseAs?: string;
  readonly [option: string]: unknown;
}

/** What became of a call, and what an error is to say about it. */
export interface Outcome {
  readonly data?: unknown;
  /** The parsed body of a failed answer; nothing where it has none. */
  readonly error?: unknown;
  readonly response: Response;
  readonly operation: string;
  readonly history: History;
  readonly observe: Observer | undefined;
}

/**
 * One call, on the road that all calls take: checks, openapi-fetch, the pipeline of layers. It ends when the signal of
 * its options aborts, or any of the others.
 */
export type Exchange = (
  method: string,
  path: string,
  init?: ExchangeInit,
  ...signals: AbortSignal[]
) => Promise<Outcome>;

/** openapi-fetch's client, as far as the SDK stands on it: it builds requests, runs middlewares and parses bodies. */
export interface FetchClient {
  request(
    method: string,
    path: string,
    init: object,
  ): Promise<{ data?: unknown; error?: unknown; response: Response }>;
  use(...middlewares: Middleware[]): void;
  eject(...middlewares: Middleware[]): void;
}

export interface ExchangeSettings {
  readonly fetchClient: FetchClient;
  /** The pipeline of layers. */
  readonly send: Send;
  /** The `fetch` at its bottom, unless a call brings its own. */
  readonly fetch: Fetch;
  /** What a call does not set itself. */
  readonly settings: Settings;
  readonly clock: Clock;
  readonly observe: Observer | undefined;
  /** The document's operation for a method and path, where there is one. */
  readonly findOperation: (method: string, path: string) => Operation | undefined;
}

export function createExchange(client: ExchangeSettings): Exchange {
  const { fetchClient, send, clock } = client;
  return async (method, path, init = {}, ...signals) => {
    const { signal: callerSignal, fetch = client.fetch, timeoutMs, deadlineMs, retry, ...rest } = init;
    const operation = client.findOperation(method, path);
    const name = operation?.id ?? `${method} ${path}`;
    checkPathParameters(name, path, init.params?.path);
    checkRequiredQuery(operation, init.params?.query);
    const settings = override(client.settings, { timeoutMs, deadlineMs, retry } as TimeAndRetryOptions);

    const sources = callerSignal ? [callerSignal, ...signals] : signals;
    const scope = openScope(sources, settings.deadlineMs, clock);
    const call: Call = {
      operation: name,
      signal: scope.signal,
      endsAt: clock.now() + settings.deadlineMs,
      settings,
      fetch,
      streams: init.parseAs === "stream",
      sendsOnce: isStream(init.body),
      repeatable: false,
      observe: client.observe,
      history: { attempts: [], inFlight: false, maybeApplied: false },
    };
    let streaming = false;
    let answer: Response | undefined;
    try {
      scope.signal.throwIfAborted();
      const sent = fetchClient.request(method, path, {
        ...rest,
        fetch: async (request: Request) => (answer = await send(request, call)),
      });
      const { data, error, response } = await abortable(sent, scope.signal);
      const about = { response, operation: name, history: call.history, observe: client.observe };
      if (!response.ok) return { error, ...about };
      if (!(data instanceof ReadableStream)) return { data, ...about };
      streaming = true;
      return { data: releaseAtEnd(data as ReadableStream<Uint8Array>, scope.release), ...about };
    } catch (error) {
      // Whatever was under way, or came back unreadable, may have been carried out.
      const unparsable =
        error instanceof SyntaxError && answer?.ok ? formatError(answer, call, error) : undefined;
      if (writes(method) && (call.history.inFlight || unparsable)) call.history.maybeApplied = true;
      if (scope.timedOut()) throw finish(deadlineError(call), call);
      scope.signal.throwIfAborted();
      // openapi-fetch parses the body; what it throws then says neither which call nor which answer.
      throw finish(unparsable ?? error, call);
    } finally {
      if (streaming) scope.stopTimer();
      else scope.release();
    }
  };
}

/** True for what `fetch` takes as a body and reads as it comes. */
function isStream(body: unknown): boolean {
  return typeof body === "object" && body !== null && (Symbol.asyncIterator in body || "getReader" in body);
}

/** Gives an error what only the call knows, and a stack that leads to whoever made it rather than into the pipeline. */
function finish(error: unknown, { history }: Call): unknown {
  if (!(error instanceof ConfluentError)) return error;
  if (history.maybeApplied) error.maybeApplied = true;
  return traceAnew(error, finish);
}

function deadlineError({ operation, settings, history }: Call): TimeoutError {
  const message = `The call did not end within its deadline of ${settings.deadlineMs} ms (${operation})`;
  return new TimeoutError(message, { operation, attempts: history.attempts });
}

function formatError(
  answer: Response,
  { operation, history }: Call,
  cause: SyntaxError,
): ResponseFormatError {
  const type = answer.headers.get("content-type") ?? "no content type";
  const message = `${answer.status} with a body that is not JSON but ${type} (${operation})`;
  return new ResponseFormatError(message, { operation, attempts: history.attempts, cause });
}
