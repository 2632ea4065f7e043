import { mergeHeaders, type HeadersOptions } from "openapi-fetch";
import { encodeJson } from "../http/encode-json.js";
import type { Operation } from "../operation.js";
import type { CallInit } from "../pipeline/execute.js";

/** What openapi-fetch writes a body and its media type with. */
export interface BodyOptions {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bodySerializer?: (body: unknown, headers: Headers) => unknown;
  readonly body?: undefined;
}

/**
 * openapi-fetch merges the headers after it has written the body, so that the media type can depend on what is sent.
 *
 * @param defaults headers that the call may replace
 */
export function bodyOptionsOf(operation: Operation, init: CallInit, defaults: object = {}): BodyOptions {
  const { body, params, headers: given } = init;
  const own = init["bodySerializer"] as BodyOptions["bodySerializer"];
  const headers: Record<string, unknown> = { ...defaults, ...toObject(given) };
  // Null stands for no body, unless the document has it as one.
  if (body === null && operation.body && !operation.nullBody) return { headers, body: undefined };
  return {
    headers,
    bodySerializer(value, merged) {
      // The headers of the client do not choose between the media types of an operation.
      const ofCall = operation.body
        ? mergeHeaders(headers as HeadersOptions, params?.header as HeadersOptions)
        : merged;
      const type = ofCall.get("Content-Type") ?? undefined;
      const encode = typeof operation.body === "object" ? operation.body.encode : encodeJson;
      const encoded = encode(operation, value, type, own && ((one) => own(one, merged)));
      for (const name of Object.keys(headers)) {
        if (name.toLowerCase() === "content-type") Reflect.deleteProperty(headers, name);
      }
      headers["Content-Type"] = encoded.contentType;
      return encoded.body;
    },
  };
}

/** Headers as an object, in whichever form they are given. */
function toObject(headers: unknown): object {
  const isIterable = typeof headers === "object" && headers !== null && Symbol.iterator in headers;
  return isIterable ? Object.fromEntries(headers as Headers) : (headers ?? {});
}
