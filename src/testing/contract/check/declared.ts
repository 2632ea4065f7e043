import type { DeclaredResponse } from "../../document/schema.js";
import type { OperationExchange } from "../exchange.js";
import type { Pointer } from "../finding.js";
import { placeOf, pointerOf } from "../pointer.js";

/** The response that a document has for a status. */
export interface Declared {
  readonly response: DeclaredResponse;
  readonly pointer: Pointer;
}

/** What the document says of a response: of its status, of a range such as `5XX`, or of all others. */
export function declaredFor({ operation, status }: OperationExchange): Declared | undefined {
  const { responses, document } = operation;
  const range = `${Math.floor(status / 100)}XX`;
  const key = [String(status), range, range.toLowerCase(), "default"].find((name) =>
    Object.hasOwn(responses, name),
  );
  const response = key === undefined ? undefined : responses[key];
  if (key === undefined || !response) return undefined;
  return { response, pointer: placeOf(document, response, [...pointerOf(operation), "responses", key]) };
}
