import { declaredSuccess, declaredTypeOf, formatOf } from "../http/declared-success.js";
import type { Operation } from "../operation.js";
import type { Call } from "../pipeline/call.js";
import { responseFormatError } from "../pipeline/response-format-error.js";
import { streamBody } from "../pipeline/stream-body.js";

/** A 204 and a 205 have no body (RFC 9110, sections 15.3.5 and 15.3.6). */
const WITHOUT_BODY = [204, 205];

/** Reads the body of a success by its media type: as JSON, text, bytes, or a stream of items. */
export async function readSuccess(operation: Operation, response: Response, call: Call): Promise<unknown> {
  if (WITHOUT_BODY.includes(response.status)) return undefined;
  const type = declaredTypeOf(operation, response);
  const read = type !== undefined && operation.streams?.[type];
  if (read && response.body) {
    return read(streamBody(response.body, call), {
      maxItemLength: call.settings.maxResponseBytes,
      toError: (problem, cause) => responseFormatError(response, `with ${problem}`, call, cause),
    });
  }
  switch (formatOf(operation, type)) {
    case "text":
      return response.text();
    case "blob":
      return response.blob();
    default: {
      const text = await response.text();
      if (text === "") return undefined;
      // What none of the declared types fits stays as it is: it is refused.
      const isRefused = type === undefined && declaredSuccess(operation, response.status).types.length > 0;
      return isRefused ? text : (JSON.parse(text) as unknown);
    }
  }
}
