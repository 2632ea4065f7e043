import { isJson } from "../document/media-types.js";
import type { DocumentOperation } from "../document/operations.js";
import { violationsOf } from "../document/validator.js";
import { declaredFor } from "./failure-body.js";
import type { AnyResponse } from "./handlers.js";
import { unsendableHeader } from "./response-headers.js";

/** What is wrong with a response by hand: one that its document does not allow would test what cannot happen. */
export function problemsByHand(
  operation: DocumentOperation,
  { status, body, headers = {} }: AnyResponse,
): readonly string[] {
  const start = `The handler of ${operation.id} responds with ${status}`;
  const header = unsendableHeader(headers);
  if (header !== undefined) return [`${start}, whose header ${JSON.stringify(header)} cannot be sent.`];
  const declared = declaredFor(operation, status);
  if (!declared) return [`${start}, which the document does not have.`];
  const [mediaType, content] = Object.entries(declared.content ?? {})[0] ?? [];
  const { schema } = content ?? {};
  if (mediaType === undefined || !schema || !isJson(mediaType)) return [];
  const { document } = operation;
  return violationsOf(body, { schema, document, direction: "response", place: "body" }).map(
    ({ place, message }) => `${start}, whose \`${place}\` ${message}.`,
  );
}
