import { ConnectionError } from "../errors/index.js";
import { bufferedResponse } from "../http/buffered-response.js";
import type { Operation } from "../operation.js";
import type { Call, Send } from "../pipeline/call.js";
import { dataOrThrow } from "../pipeline/data-or-throw.js";
import type { CallInit, Execute, RequestBuilder } from "../pipeline/execute.js";
import { offAbort, onAbort } from "../time/on-abort.js";
import { streamBody } from "../pipeline/stream-body.js";
import { omit } from "../util/omit.js";
import { METHODS } from "./path-client.js";
import type { FetchClient } from "./request-builder.js";

export interface PlainOptions {
  readonly fetchClient: FetchClient;
  /** False to reject with what `fetch` rejected with, so that middlewares see it too. */
  readonly typedErrors: boolean;
  /** The value of `User-Agent`; the platform's own unless given. */
  readonly userAgent: string | undefined;
}

/** The options of a call that openapi-fetch does not have: it would make them properties of the request. */
const OWN_OPTIONS = ["timeoutMs", "totalTimeoutMs", "maxResponseBytes", "retry"] as const;

/** What openapi-fetch calls with the request, and with `requestInitExt` where the runtime takes it. */
type FetchOfCall = (request: Request, extension?: RequestInit) => Promise<Response>;

/**
 * Builds requests exactly as openapi-fetch does, whose `fetch` is the pipeline: nothing is checked or serialised in another
 * way.
 */
export function createPlainBuilder({ fetchClient, typedErrors, userAgent }: PlainOptions): RequestBuilder {
  return async (operation, init, call, send) => {
    const fetch: FetchOfCall = async (request, extension) => {
      if (extension) extendFetch(call, extension);
      if (userAgent && !request.headers.has("User-Agent")) request.headers.set("User-Agent", userAgent);
      try {
        return bufferedResponse(await sendOnSignal(send, request, call));
      } catch (error) {
        throw typedErrors ? error : originalError(error, call);
      }
    };
    const result = fetchClient.request(operation.method, operation.path, {
      ...omit(init, OWN_OPTIONS),
      fetch,
    });
    // A total timeout ends a middleware that hangs. A signal alone does not: a middleware may handle what it causes.
    const { data, error, response } = await (call.endsAt === Infinity ? result : call.scope.race(result));
    if (!(data instanceof ReadableStream)) return { data, error, response };
    const toError = typedErrors ? undefined : (failure: unknown) => originalError(failure, call);
    return { data: streamBody(data as ReadableStream<Uint8Array>, call, toError), response };
  };
}

/** Passes `requestInitExt` on to `fetch`, beside the signal of the attempt. */
function extendFetch(call: Call, extension: RequestInit): void {
  const { fetch } = call;
  call.fetch = (request, init) => fetch(request, { ...extension, ...init });
}

/** Sends a request that ends with its own signal too: a middleware may have replaced the request. */
async function sendOnSignal(send: Send, request: Request, call: Call): ReturnType<Send> {
  // A `Request` of another library may have no signal.
  const signal = request.signal as AbortSignal | undefined;
  if (signal) onAbort(signal, call.scope.end);
  try {
    return await send(request, call);
  } finally {
    if (signal && call.parseAs !== "stream") offAbort(signal, call.scope.end);
  }
}

/** What `fetch` rejected with. An error of a token request stays as it is: openapi-fetch sends none. */
function originalError(error: unknown, { attempts }: Call): unknown {
  return error instanceof ConnectionError && error.attempts === attempts ? error.cause : error;
}

/** The methods of openapi-fetch's client. They resolve and reject as its own do, unless `typedErrors` is set. */
export function createPlainMethods(execute: Execute, { typedErrors }: PlainOptions): object {
  const request = async (method: string, path: string, init?: CallInit): Promise<object> => {
    const result = await execute(plainOperation(method.toUpperCase(), path), init);
    if (typedErrors) dataOrThrow(result);
    const { data, error, response } = result;
    return response.ok ? { data, response } : { error, response };
  };
  const methods = METHODS.map((method) => [
    method,
    (path: string, init?: CallInit) => request(method, path, init),
  ]);
  return { ...(Object.fromEntries(methods) as object), request };
}

/** An operation of which no more is known than its path. */
export function plainOperation(method: string, path: string): Operation {
  return { id: `${method} ${path}`, method: method as Operation["method"], path };
}
