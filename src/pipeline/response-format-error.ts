import { redactCause } from "../errors/redact-cause.js";
import { ResponseFormatError } from "../errors/index.js";
import { isJsonType } from "../http/media-type.js";
import { clip } from "../util/printable.js";
import { withoutSecrets } from "./hide-from.js";
import type { Call } from "./call.js";

/**
 * The error for a 2xx response that violates the document.
 *
 * @param problem continues the message after the status
 */
export function responseFormatError(
  response: Response,
  problem: string,
  call: Call,
  cause?: unknown,
): ResponseFormatError {
  const { operation, attempts, hide = (text: string): string => text } = call;
  return new ResponseFormatError(`${response.status} ${hide(problem)} (${operation})`, {
    operation,
    attempts,
    cause: redactCause(cause, hide),
    response: withoutSecrets(response, call),
  });
}

/** The problem of a body that has none of the declared media types; without any, it should be JSON. */
export function notDeclared({ headers }: Response, types: readonly string[] = []): string {
  const expected =
    types.length === 0 || types.some((type) => type.includes("json")) ? "JSON" : types.join(" or ");
  return `with a body that is not ${expected} but ${typeOf(headers)}`;
}

/** The problem of a body that cannot be parsed as JSON. */
export function notParsed({ headers }: Response): string {
  const type = typeOf(headers);
  return isJsonType(type) ? "with a body that is not valid JSON" : `with a body that is not JSON but ${type}`;
}

function typeOf(headers: Headers): string {
  return clip(headers.get("content-type") ?? "no content type", 200);
}
