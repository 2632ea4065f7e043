import { redactCause } from "../errors/redact-cause.js";
import { ResponseFormatError } from "../errors/index.js";
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
