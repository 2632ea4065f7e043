import { ResponseFormatError } from "../errors/index.js";
import type { Call } from "./call.js";

/** The error for a success that is not what the document says: `what` goes on after the status. */
export function responseFormatError(
  answer: Response,
  what: string,
  call: Call,
  cause?: unknown,
): ResponseFormatError {
  return new ResponseFormatError(`${answer.status} ${what} (${call.operation})`, { ...call, cause });
}
