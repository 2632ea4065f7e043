import { suggest } from "../../util/suggest.js";
import type { DocumentOperation } from "../document/operations.js";
import { placeOf, violationsOf, type Violation } from "../document/validator.js";
import { unknownMembers } from "../document/unknown-members.js";
import { formatPointer } from "../document/json-pointer.js";
import { JsonPatchError } from "./json-patch.js";
import { isJsonPatch, operationsIn } from "./json-patch-body.js";
import { halfPairsIn } from "./malformed.js";
import type { ReadBody } from "./read-body.js";
import type { RequestParameters } from "./read-parameters.js";

/** Why the body of a request cannot be used at all. */
export function checkForm({ value, problem }: ReadBody): readonly Violation[] {
  if (problem !== undefined) return [formatViolation([], problem)];
  return halfPairsIn(value).map((way) => formatViolation(way, "has half a surrogate pair"));
}

/** Why a body is no JSON Patch, whatever its document says of one. */
export function checkPatch(body: ReadBody): readonly Violation[] {
  if (body.value === undefined || !isJsonPatch(body)) return [];
  try {
    operationsIn(body);
    return [];
  } catch (error) {
    if (!(error instanceof JsonPatchError)) throw error;
    return [formatViolation(error.way, error.message)];
  }
}

function formatViolation(way: readonly string[], message: string): Violation {
  const pointer = formatPointer(way);
  return { place: placeOf("body", pointer), pointer, keyword: "format", message };
}

/** What is wrong with a request, by its document. */
export function checkRequest(
  operation: DocumentOperation,
  parameters: RequestParameters,
  body: ReadBody,
): readonly Violation[] {
  return [...checkParameters(operation, parameters), ...checkBody(operation, body)];
}

function checkParameters(
  { parameters, document }: DocumentOperation,
  found: RequestParameters,
): readonly Violation[] {
  const names = parameters.filter((one) => one.in === "query").map(({ name }) => name);
  const unknown = found.unknownQuery.map((name) => ({
    place: `query.${name}`,
    pointer: "",
    keyword: "unknown",
    message: `is no parameter of the operation${didYouMean(name, names)}`,
  }));
  const wrong = parameters.flatMap(({ name, in: place, required, allowEmptyValue, schema }) => {
    if (place === "cookie") return [];
    const value = found[place][name];
    if (value === "" && place === "query" && allowEmptyValue === true) return [];
    // An empty value is none, but where a text may be empty.
    const isMissing = value === undefined || (required === true && value === "" && place === "query");
    if (!isMissing)
      return violationsOf(value, { schema, document, direction: "request", place: `${place}.${name}` });
    if (required !== true) return [];
    return [{ place: `${place}.${name}`, pointer: "", keyword: "required", message: "is required" }];
  });
  return [...unknown, ...wrong];
}

function checkBody({ body, document }: DocumentOperation, found: ReadBody): readonly Violation[] {
  const at = (keyword: string, message: string): readonly Violation[] => [
    { place: "body", pointer: "", keyword, message },
  ];
  const { value, declared } = found;
  if (value === undefined) return body?.required === true ? at("required", "is required") : [];
  if (!body) return at("unknown", "is not taken by the operation");
  // Bytes have no schema that says more than that.
  if (!declared?.schema || value instanceof Uint8Array) return [];
  const { schema } = declared;
  return [
    ...violationsOf(value, { schema, document, direction: "request", place: "body" }),
    ...unknownMembers(value, { schema, direction: "request" })
      .filter(({ why }) => why === "unknown")
      .map(({ pointer, known }) => ({
        place: placeOf("body", pointer),
        pointer,
        keyword: "unknown",
        message: `is not in the document${didYouMean(pointer.slice(pointer.lastIndexOf("/") + 1), known)}`,
      })),
  ];
}

export function didYouMean(name: string, known: readonly string[]): string {
  const near = suggest(name, known);
  return near === undefined ? "" : `; did you mean \`${near}\`?`;
}
