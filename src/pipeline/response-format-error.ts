import { ResponseFormatError } from "../errors/index.js";
import type { Call } from "./call.js";

/**
 * The error for a 2xx response that violates the document.
 *
 * @param problem continues the message after the status
 */
export function responseFormatError(
  response: Response,
  problem: string,
  { operation, attempts }: Call,
  cause?: unknown,
): ResponseFormatError {
  return new ResponseFormatError(`${response.status} ${problem} (${operation})`, {
    operation,
    attempts,
    cause,
    response,
  });
}
