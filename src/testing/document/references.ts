import { suggest } from "../../util/suggest.js";
import { unescapeKey } from "./json-pointer.js";
import { decodeSegment } from "./path-template.js";

export interface Reference {
  readonly $ref: string;
}

/** What a reference leads to, over other references if need be. */
export interface Target {
  readonly value: unknown;
  /** The last reference on the way: where the value is. */
  readonly reference: string;
}

/** A property may have the name `$ref` too; it is no text. */
export function isReference(node: unknown): node is Reference {
  return typeof node === "object" && node !== null && "$ref" in node && typeof node.$ref === "string";
}

/** The keys of a reference such as `#/components/schemas/Book`. */
export function keysOf(reference: string): readonly string[] {
  return reference
    .replace(/^#\/?/, "")
    .split("/")
    .filter((key, _, keys) => keys.length > 1 || key !== "")
    .map((key) => unescapeKey(decodeSegment(key)));
}

/**
 * Finds what a reference points at, over other references if need be.
 *
 * @throws {Error} when it points at nothing, into another document, or at itself
 */
export function resolveReference(
  content: unknown,
  reference: string,
  before: readonly string[] = [],
): Target {
  if (before.includes(reference)) throw new Error(`${reference} refers to itself`);
  const value = nodeAt(content, reference, before);
  return isReference(value)
    ? resolveReference(content, value.$ref, [...before, reference])
    : { value, reference };
}

/**
 * Finds what stands where a reference points, which may be a reference too.
 *
 * @throws {Error} when it points at nothing, or into another document
 */
export function nodeAt(content: unknown, reference: string, before: readonly string[] = []): unknown {
  if (/^#[^/]/.test(reference))
    throw new Error(
      `"${reference}" is the name of an anchor, which is not supported: ` +
        "refer to the place of its schema instead, as in #/components/schemas/Book",
    );
  if (!reference.startsWith("#") && hasIds(content))
    throw new Error(
      `"${reference}" points to another document, or to a schema by its \`$id\`, which is not supported: ` +
        "refer to the place of such a schema instead, as in #/components/schemas/Book",
    );
  if (!reference.startsWith("#"))
    throw new Error(
      `"${reference}" points to another document: bundle them into one first, ` +
        "for example with `npx @redocly/cli bundle OLD --output NEW`",
    );
  return keysOf(reference).reduce<unknown>((node, key) => {
    const holder = isReference(node)
      ? resolveReference(content, node.$ref, [...before, reference]).value
      : node;
    if (typeof holder !== "object" || holder === null || !Object.hasOwn(holder, key))
      throw new Error(`${reference} points at nothing${didYouMean(reference, key, holder)}`);
    return (holder as Readonly<Record<string, unknown>>)[key];
  }, content);
}

/** Whether a schema of a document has an address of its own. */
function hasIds(content: unknown, seen = new Set<unknown>()): boolean {
  if (typeof content !== "object" || content === null || seen.has(content)) return false;
  seen.add(content);
  if ("$id" in content && typeof content.$id === "string") return true;
  return Object.values(content).some((child) => hasIds(child, seen));
}

/** Whether a reference leads into an extension. Nothing in one is read but what references lead to. */
export function leadsIntoExtension(reference: string): boolean {
  return keysOf(reference).some((key) => key.startsWith("x-"));
}

/** What a value of a discriminator's mapping refers to. */
export function referenceOf(target: string): string {
  return target.startsWith("#") ? target : `#/components/schemas/${target}`;
}

/** A name beside the one that is not there, if it is the last of the reference. */
function didYouMean(reference: string, key: string, holder: unknown): string {
  const near =
    keysOf(reference).at(-1) === key && typeof holder === "object" && holder !== null
      ? suggest(key, Object.keys(holder))
      : undefined;
  return near === undefined
    ? ""
    : `: did you mean ${reference.slice(0, reference.lastIndexOf("/") + 1)}${near}?`;
}
