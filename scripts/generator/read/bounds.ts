import type { Pointer } from "../document/pointer.js";
import { isRecord } from "../document/records.js";

/** How many values a document may have, counted as often as an alias or a reference repeats them. */
export const MAX_VALUES = 10_000_000;

/** How many characters its texts may have, counted in the same way: more than a string of JavaScript can hold is a crash. */
export const MAX_CHARACTERS = 200_000_000;

/** How deep the values of a document may be nested. */
export const MAX_DEPTH = 200;

/** What makes the errors about a document. */
interface Errors {
  error(pointer: Pointer, message: string): Error;
}

/** What a value holds: how many values, itself among them, how much text, and how deep. */
interface Extent {
  readonly values: number;
  readonly characters: number;
  readonly depth: number;
}

/**
 * Checks that a document can be gone through in reasonable time. An alias of YAML repeats what it stands for without taking
 * up space, so that a short text may stand for more than a machine can hold, or contain itself. What is repeated is looked
 * at once.
 *
 * @throws {DocumentError} for a document that contains itself, has too many values, or is nested too deeply
 */
export function checkBounds(data: unknown, source: Errors): void {
  const known = new Map<object, Extent>();
  const open = new Set<object>();

  const measure = (value: unknown, pointer: Pointer): Extent => {
    if (!isRecord(value) && !Array.isArray(value)) {
      return { values: 1, characters: typeof value === "string" ? value.length : 0, depth: 1 };
    }
    const measured = known.get(value);
    if (measured) return measured;
    if (open.has(value)) throw source.error(pointer, "the value contains itself");
    if (pointer.length > MAX_DEPTH) {
      throw source.error(pointer, `the document is nested more than ${MAX_DEPTH} levels deep`);
    }
    open.add(value);
    let [values, characters, depth] = [1, 0, 0];
    for (const [key, child] of Object.entries(value)) {
      const extent = measure(child, [...pointer, key]);
      values += extent.values;
      characters += key.length + extent.characters;
      depth = Math.max(depth, extent.depth);
    }
    open.delete(value);
    const [count, limit, unit] =
      values > MAX_VALUES ? [values, MAX_VALUES, "values"] : [characters, MAX_CHARACTERS, "characters"];
    if (count > limit) {
      const message = `the document has more than ${limit.toLocaleString("en")} ${unit}, as often as aliases repeat them`;
      throw source.error(pointer, message);
    }
    const extent = { values, characters, depth: depth + 1 };
    known.set(value, extent);
    return extent;
  };

  const { depth } = measure(data, []);
  if (depth > MAX_DEPTH) throw source.error([], `the document is nested more than ${MAX_DEPTH} levels deep`);
}
