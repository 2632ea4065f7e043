import { platformResponse } from "../http/platform-response.js";
import { errorChain } from "../util/error-like.js";
import type { Fetch } from "./call.js";

/** The functions that do not know the platform's `Request`. */
const foreign = new WeakSet<Fetch>();
/** What they make of it: the text of an object where a URL should be. */
const TAKEN_FOR_URL = /\[object Request\]|Only absolute URLs are supported/;

/**
 * Calls a `fetch` with a request. One that comes with a `Request` class of its own, such as undici's and node-fetch's, takes
 * any other for a URL, and fails before it sends anything. Such a function is called again with a request that reads as its
 * URL, and with everything else in the second argument.
 */
export async function callFetch(
  fetch: Fetch,
  request: Request,
  init: { readonly signal: AbortSignal },
): Promise<Response> {
  if (!foreign.has(fetch)) {
    try {
      return platformResponse(await fetch(request, init));
    } catch (error) {
      if (!isTakenForUrl(error)) throw error;
      foreign.add(fetch);
    }
  }
  Object.defineProperties(request, {
    toString: { value: () => request.url, configurable: true },
    href: { value: request.url, configurable: true },
  });
  const { method, headers, redirect } = request;
  const parts: RequestInit = { method, headers, redirect, signal: init.signal };
  // Not a stream, which not every `fetch` takes. The request itself stays readable.
  if (request.body !== null) parts.body = await request.clone().arrayBuffer();
  return platformResponse(await fetch(request, parts));
}

function isTakenForUrl(error: unknown): boolean {
  return errorChain(error).some(
    (one) => TAKEN_FOR_URL.test(one.message) || (one as { input?: unknown }).input === "[object Request]",
  );
}
