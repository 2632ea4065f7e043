import { formatPointer, parsePointer } from "../document/json-pointer.js";
import { isObject } from "./complete-value.js";
import { isSame } from "./same-json.js";

/** Why a JSON Patch cannot be applied. */
export class JsonPatchError extends Error {
  constructor(
    /** Malformed, whatever it is for, or in conflict with the document that it is for. */
    readonly problem: "malformed" | "conflict",
    /** Where in the patch: the index of the operation, and its member if it is one of them. */
    readonly way: readonly string[],
    /** Follows the name of the place in a sentence. */
    message: string,
  ) {
    super(message);
  }
}

/** The keys of a JSON pointer (RFC 6901). */
type Keys = readonly string[];

/** An operation of a patch that is well formed. */
export interface PatchOperation {
  readonly op: string;
  readonly path: Keys;
  /** Of `move` and `copy`. */
  readonly from: Keys;
  /** Of `add`, `replace` and `test`. */
  readonly value: unknown;
}

/** The operations of RFC 6902. */
export const OPERATIONS: readonly string[] = ["add", "remove", "replace", "move", "copy", "test"];

/**
 * Reads a JSON Patch.
 *
 * @param names the names that operations may have: documents write them in capitals, too
 * @throws {JsonPatchError} for a malformed one
 */
export function readJsonPatch(
  patch: unknown,
  names: readonly string[] = OPERATIONS,
): readonly PatchOperation[] {
  if (!Array.isArray(patch)) throw new JsonPatchError("malformed", [], "must be an array of operations");
  return (patch as readonly unknown[]).map((given, index) => readOperation(given, String(index), names));
}

function readOperation(given: unknown, index: string, names: readonly string[]): PatchOperation {
  const refusal = (message: string, ...member: readonly string[]): JsonPatchError =>
    new JsonPatchError("malformed", [index, ...member], message);
  if (!isObject(given)) throw refusal("must be an object");
  const member = (name: string): unknown => (Object.hasOwn(given, name) ? given[name] : undefined);
  const pointer = (name: string): Keys => {
    const keys = parsePointer(member(name));
    if (!keys) throw refusal("must be a JSON pointer", name);
    return keys;
  };
  const name = member("op");
  if (typeof name !== "string" || !names.includes(name))
    throw refusal(`must be one of ${names.join(", ")}`, "op");
  const op = name.toLowerCase();
  const path = pointer("path");
  const from = op === "move" || op === "copy" ? pointer("from") : [];
  if (["add", "replace", "test"].includes(op) && !Object.hasOwn(given, "value"))
    throw refusal("is required", "value");
  if (op === "move" && from.length < path.length && from.every((key, at) => key === path[at]))
    throw refusal("must not lead into what is moved", "path");
  return { op, path, from, value: member("value") };
}

/**
 * Applies a JSON Patch (RFC 6902): all of its operations, or none. The document itself stays as it is.
 *
 * @throws {JsonPatchError} for the first operation that the document is not fit for
 */
export function applyJsonPatch(document: unknown, patch: readonly PatchOperation[]): unknown {
  return patch.reduce((current, operation, index) => {
    try {
      return apply(current, operation);
    } catch (error) {
      if (!(error instanceof Unfit)) throw error;
      throw new JsonPatchError("conflict", [String(index)], `cannot be applied: ${error.message}`);
    }
  }, document);
}

/** A document is not what an operation takes it to be. */
class Unfit extends Error {}

function apply(document: unknown, { op, path, from, value }: PatchOperation): unknown {
  switch (op) {
    case "add":
      return add(document, path, value);
    case "remove":
      return remove(document, path);
    case "replace":
      return edit(document, path, path, () => value);
    case "move":
      if (isSame(from, path)) return edit(document, path, path, (own) => own);
      return add(remove(document, from), path, find(document, from));
    case "copy":
      return add(document, path, find(document, from));
    default:
      if (!isSame(find(document, path), value))
        throw new Unfit(`\`${formatPointer(path)}\` has another value`);
      return document;
  }
}

function add(document: unknown, path: Keys, value: unknown): unknown {
  const key = path.at(-1);
  if (key === undefined) return value;
  return edit(document, path.slice(0, -1), path, (holder) => {
    if (!Array.isArray(holder)) {
      if (!isObject(holder)) throw missing(path);
      return { ...holder, [key]: value };
    }
    const index = key === "-" ? holder.length : indexOf(key);
    if (index === undefined || index > holder.length) throw missing(path);
    return [...(holder.slice(0, index) as unknown[]), value, ...(holder.slice(index) as unknown[])];
  });
}

function remove(document: unknown, path: Keys): unknown {
  const key = path.at(-1);
  if (key === undefined) throw new Unfit("the whole resource cannot be removed");
  find(document, path);
  return edit(document, path.slice(0, -1), path, (holder) =>
    Array.isArray(holder)
      ? (holder as unknown[]).filter((_, index) => String(index) !== key)
      : Object.fromEntries(Object.entries(holder as object).filter(([name]) => name !== key)),
  );
}

function find(document: unknown, path: Keys): unknown {
  return path.reduce((holder, key) => memberOf(holder, key, path), document);
}

/** A copy of a document in which what the keys lead to is another. */
function edit(document: unknown, keys: Keys, path: Keys, change: (own: unknown) => unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return change(document);
  const inner = edit(memberOf(document, key, path), rest, path, change);
  if (!Array.isArray(document)) return { ...(document as object), [key]: inner };
  return (document as unknown[]).map((item, index) => (String(index) === key ? inner : item));
}

/** @throws {Unfit} when there is none */
function memberOf(holder: unknown, key: string, path: Keys): unknown {
  if (Array.isArray(holder)) {
    const index = indexOf(key);
    if (index !== undefined && index < holder.length) return holder[index];
  } else if (isObject(holder) && Object.hasOwn(holder, key)) return holder[key];
  throw missing(path);
}

function indexOf(key: string): number | undefined {
  return /^(0|[1-9]\d*)$/.test(key) ? Number(key) : undefined;
}

function missing(path: Keys): Unfit {
  return new Unfit(`\`${formatPointer(path)}\` does not exist`);
}
