import { ConfigurationError } from "../errors/index.js";
import type { BodyEncoder } from "../operation.js";
import { isSentAsItIs, hasOwnType } from "./body-values.js";
import { isJsonType } from "./media-type.js";
import { serializeBody } from "./serialize-body.js";

/**
 * Writes a body as JSON, unless it is a form, bytes or a stream, or a text of the media type that the call names.
 *
 * @throws {ConfigurationError} for a body that cannot be written, or is no object where the document has one
 */
export const encodeJson: BodyEncoder = (operation, value, given, own) => {
  const isText = typeof value === "string" && given !== undefined && !isJsonType(given);
  const isRaw = isText || isSentAsItIs(value);
  if (!own && !isRaw && operation.body && !operation.scalarBody && typeof value !== "object") {
    const problem = `the body must be an object, not a ${typeof value}`;
    throw new ConfigurationError(`${operation.id}: ${problem}`, { operation: operation.id });
  }
  const body = own ? own(value) : isRaw ? value : serializeBody(value, { "Content-Type": given });
  // Of an operation that is not known, what is sent says more than the usual media type.
  const usual = isSentAsItIs(body) && !operation.body ? null : "application/json";
  return { body, contentType: hasOwnType(body) ? null : (given ?? usual) };
};
