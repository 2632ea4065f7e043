import { flatten, typeOf } from "../document/flat-schema.js";
import { isJson } from "../document/media-types.js";
import type { OpenApiDocument } from "../document/read-document.js";
import type { Schema } from "../document/schema.js";
import { unknownMembers } from "../document/unknown-members.js";
import { placeOf, violationsOf, type Violation } from "../document/validator.js";
import { changesOf, mergePatch } from "./change-resource.js";
import { didYouMean } from "./check-request.js";
import { completeValue, isObject, type Json } from "./complete-value.js";
import { parsePointer } from "../document/json-pointer.js";
import { applyJsonPatch, JsonPatchError, type PatchOperation } from "./json-patch.js";
import { isJsonPatch, operationsIn } from "./json-patch-body.js";
import { schemaAt, valueAt, withValueAt } from "./keys.js";
import type { ReadBody } from "./read-body.js";
import { keepReadOnly } from "./read-only.js";
import { conflict, invalid } from "./refusal.js";
import { isSame } from "./same-json.js";

/** What a patch is for. */
export interface PatchTarget {
  readonly item: Json;
  readonly schema: Schema;
  readonly document: OpenApiDocument;
  /** The way to the key in the resource; empty when it does not say its key. */
  readonly keyPath: readonly string[];
}

/**
 * A resource as a patch leaves it: a JSON Patch, or else a merge patch. What the service sets stays as it is, and so does the
 * key, whatever the patch says of them.
 *
 * @throws {Refusal} when a patch cannot be applied, changes what is immutable, or leaves what the document does not allow
 */
export function patchResource(body: ReadBody, target: PatchTarget): Json {
  const { schema } = target;
  const completed = completeValue(schema, target.item);
  const before = isObject(completed) ? completed : target.item;
  const patch = isJsonPatch(body) ? operationsIn(body) : undefined;
  const changed = keepReadOnly(schema, before, patch ? applied(before, patch) : merged(before, body));
  const after = withKeyOf(before, changed, target.keyPath);
  const misfits = violationsIn(before, after, target);
  const violations = misfits.length > 0 ? misfits : changesOf(schema, before, changed, "removed");
  if (patch) {
    const all = [...violations, ...unknownIn(after, target)];
    if (all.length > 0) throw invalid(all.map((violation) => byOperation(violation, patch)));
  } else {
    const own = violations.filter(({ pointer }) => !isOfOwnSchema(body, after, parsePointer(pointer) ?? []));
    if (own.length > 0) throw invalid(own);
  }
  return isObject(after) ? after : before;
}

function withKeyOf(before: Json, changed: unknown, keyPath: readonly string[]): unknown {
  const key = keyPath.length === 0 ? undefined : valueAt(before, keyPath);
  return key === undefined || !isObject(changed) ? changed : withValueAt(changed, keyPath, key);
}

function applied(before: Json, patch: readonly PatchOperation[]): unknown {
  try {
    return applyJsonPatch(before, patch);
  } catch (error) {
    if (!(error instanceof JsonPatchError)) throw error;
    throw conflict(`\`${["body", ...error.way].join(".")}\` ${error.message}.`);
  }
}

/** Of what is no JSON, nothing is known to change. */
function merged(before: Json, { value, contentType }: ReadBody): unknown {
  const isPatch = value !== undefined && (isJson(contentType) || isObject(value));
  return isPatch && !(value instanceof Uint8Array) ? mergePatch(before, value) : before;
}

/** What is wrong with a resource that was not before. */
function violationsIn(before: Json, after: unknown, target: PatchTarget): readonly Violation[] {
  if (isSame(before, after)) return [];
  const { schema, document } = target;
  const check = { schema, document, direction: "response", place: "body" } as const;
  const known = violationsOf(before, check);
  const wrong = violationsOf(after, check).filter(
    ({ pointer, keyword }) =>
      // What a response does not have is left out of it.
      keyword !== "additionalProperties" &&
      !known.some((other) => other.pointer === pointer && other.keyword === keyword),
  );
  if (wrong.length > 0 || isObject(after)) return wrong;
  return [{ place: "body", pointer: "", keyword: "type", message: "must be an object" }];
}

function unknownIn(after: unknown, { schema }: PatchTarget): readonly Violation[] {
  return unknownMembers(after, { schema, direction: "response" })
    .filter(({ why }) => why === "unknown")
    .map(({ pointer, known }) => {
      const near = didYouMean(parsePointer(pointer)?.at(-1) ?? "", known);
      const message = `is not in the document${near}`;
      return { place: placeOf("body", pointer), pointer, keyword: "unknown", message };
    });
}

/** Whether a value is as the request's own schema has it, which may be another than that of the response. */
function isOfOwnSchema({ value, declared }: ReadBody, after: unknown, keys: readonly string[]): boolean {
  const given = valueAt(value, keys);
  const isDeclared = typeOf(flatten(schemaAt(declared?.schema ?? {}, keys))) !== undefined;
  return given !== undefined && isDeclared && isSame(given, valueAt(after, keys));
}

/** A violation of the result as one of the operation that caused it: the last that has most of its way. */
function byOperation({ pointer, message }: Violation, patch: readonly PatchOperation[]): Violation {
  const way = parsePointer(pointer) ?? [];
  const shared = (keys: readonly string[]): number => {
    const end = keys.findIndex((key, at) => key !== way[at]);
    return end === -1 ? keys.length : end;
  };
  const scores = patch.map(({ op, path, from }) =>
    op === "test" ? -1 : Math.max(shared(path), op === "move" ? shared(from) : 0),
  );
  const index = scores.lastIndexOf(Math.max(...scores));
  const where = pointer === "" ? "the resource" : `\`${pointer}\``;
  return {
    place: `body.${index}`,
    pointer: `/${index}`,
    keyword: "patch",
    message: `cannot be applied: ${where} ${message}`,
  };
}
