import type { Middleware } from "openapi-fetch";
import type { Operation } from "../api.js";
import { traceAnew } from "../errors/confluent-error.js";
import { ConfluentError, ResponseFormatError, TimeoutError } from "../errors/index.js";
import type { Observer } from "../events.js";
import { override, type Settings, type TimeAndRetryOptions } from "../settings.js";
import type { Clock } from "../time/clock.js";
import { Scope } from "../time/scope.js";
import { checkBody, checkPathParameters, checkRequiredQuery } from "./check-arguments.js";
import type { Call, Fetch, Send } from "./layer.js";
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

/** What became of a call, and the call, for what an error is to say about it. */
export interface Outcome {
  readonly data?: unknown;
  /** The parsed body of a failed answer; nothing where it has none. */
  readonly error?: unknown;
  readonly response: Response;
  readonly call: Call;
}

/**
 * One call, on the road that all calls take: checks, openapi-fetch, the pipeline of layers. It ends with the signal of its
 * options, and with the reading that it is part of.
 */
export type Exchange = (
  method: string,
  path: string,
  init?: ExchangeInit,
  reading?: Scope,
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
  const { fetchClient, send, clock, observe } = client;
  return async (method, path, init = {}, reading) => {
    const { signal, fetch = client.fetch, timeoutMs, deadlineMs, retry, ...rest } = init;
    const operation = client.findOperation(method, path);
    const type = contentTypeOf(operation);
    const name = operation?.id ?? `${method} ${path}`;
    checkPathParameters(name, path, init.params?.path);
    checkRequiredQuery(operation, init.params?.query);
    checkBody(operation, init.body);
    const settings = override(client.settings, { timeoutMs, deadlineMs, retry } as TimeAndRetryOptions);

    const sources = [signal, reading].filter((source) => source !== undefined && source !== null);
    const scope = new Scope(sources, settings.deadlineMs, clock);
    const call: Call = {
      operation: name,
      attempts: [],
      scope,
      endsAt: clock.now() + settings.deadlineMs,
      settings,
      fetch,
      observe,
      parseAs: init.parseAs,
      sendsOnce: isStream(init.body),
    };
    let streaming = false;
    let answer: Response | undefined;
    try {
      scope.check();
      const sent = fetchClient.request(method, path, {
        ...rest,
        ...(type && { headers: { "Content-Type": type, ...plain(rest["headers"]) } }),
        fetch: async (request: Request) => (answer = await send(request, call)),
      });
      const { data, error, response } = await scope.race(sent);
      if (!response.ok) return { error, response, call };
      streaming = data instanceof ReadableStream;
      return {
        data: streaming ? releaseAtEnd(data as ReadableStream<Uint8Array>, scope.release) : data,
        response,
        call,
      };
    } catch (error) {
      // openapi-fetch parses the body; what it throws then says neither which call nor which answer.
      const unparsable =
        error instanceof SyntaxError && answer?.ok ? formatError(answer, call, error) : undefined;
      // Whatever was under way, or came back unreadable, may have been carried out.
      if (writes(method) && (call.inFlight || unparsable)) call.maybeApplied = true;
      if (!scope.timedOut) scope.check();
      throw finish(scope.timedOut ? deadlineError(call) : (unparsable ?? error), call);
    } finally {
      if (streaming) scope.stopTimer();
      else scope.release();
    }
  };
}

/** openapi-fetch sends JSON unless told otherwise, and encodes a body as its type says. */
function contentTypeOf(operation: Operation | undefined): string | undefined {
  return operation?.body === "form" ? "application/x-www-form-urlencoded" : operation?.contentType;
}

/** Headers as an object, whichever way they are given. */
function plain(headers: unknown): object {
  return headers instanceof Headers ? Object.fromEntries(headers) : (headers ?? {});
}

/** True for what `fetch` takes as a body and reads as it comes. */
function isStream(body: unknown): boolean {
  return typeof body === "object" && body !== null && (Symbol.asyncIterator in body || "getReader" in body);
}

/** Gives an error what only the call knows, and a stack that leads to whoever made it rather than into the pipeline. */
function finish(error: unknown, call: Call): unknown {
  if (error instanceof ConfluentError && call.maybeApplied) error.maybeApplied = true;
  return traceAnew(error, finish);
}

function deadlineError(call: Call): TimeoutError {
  const message = `The call did not end within its deadline of ${call.settings.deadlineMs} ms (${call.operation})`;
  return new TimeoutError(message, call);
}

function formatError(answer: Response, call: Call, cause: SyntaxError): ResponseFormatError {
  const type = answer.headers.get("content-type") ?? "no content type";
  const message = `${answer.status} with a body that is not JSON but ${type} (${call.operation})`;
  return new ResponseFormatError(message, { ...call, cause });
}
