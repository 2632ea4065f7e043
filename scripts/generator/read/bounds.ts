import type { Pointer } from "../document/pointer.js";

/** How many values a document may have, counted as often as an alias or a reference repeats them. */
export const MAX_VALUES = 10_000_000;

/** How many characters its texts may have, counted in the same way: more than a string of JavaScript can hold is a crash. */
export const MAX_CHARACTERS = 200_000_000;

/** How deep the values of a document may be nested. */
export const MAX_DEPTH = 200;

const TOO_DEEP = `the document is nested more than ${MAX_DEPTH} levels deep`;

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

const SCALAR: Extent = { values: 1, characters: 0, depth: 1 };

/**
 * Checks that a document can be gone through in reasonable time. An alias of YAML repeats what it stands for without taking
 * up space, so that a short text may stand for more than a machine can hold, or contain itself. What is repeated is looked
 * at once.
 *
 * @throws {DocumentError} for a document that contains itself, has too many values, or is nested too deeply
 */
export function checkBounds(data: unknown, source: Errors): void {
  if (isSmall(data)) return;
  /** Those that are measured, and as undefined those that are being measured. */
  const known = new Map<object, Extent | undefined>();
  const place: string[] = [];
  const refuse = (message: string): Error => source.error([...place], message);

  const measure = (value: unknown): Extent => {
    if (typeof value === "string") return { values: 1, characters: value.length, depth: 1 };
    if (typeof value !== "object" || value === null) return SCALAR;
    const measured = known.get(value);
    if (measured) return measured;
    if (known.has(value)) throw refuse("the value contains itself");
    if (place.length > MAX_DEPTH) throw refuse(TOO_DEEP);
    known.set(value, undefined);
    let [values, characters, depth] = [1, 0, 0];
    for (const key of Object.keys(value)) {
      place.push(key);
      const extent = measure((value as Record<string, unknown>)[key]);
      place.pop();
      values += extent.values;
      characters += key.length + extent.characters;
      depth = Math.max(depth, extent.depth);
    }
    const [count, limit, unit] =
      values > MAX_VALUES ? [values, MAX_VALUES, "values"] : [characters, MAX_CHARACTERS, "characters"];
    if (count > limit) {
      throw refuse(
        `the document has more than ${limit.toLocaleString("en")} ${unit}, as often as aliases repeat them`,
      );
    }
    const extent = { values, characters, depth: depth + 1 };
    known.set(value, extent);
    return extent;
  };

  if (measure(data).depth > MAX_DEPTH) throw refuse(TOO_DEEP);
}

/** Whether a document is far within the bounds, as most are: found out without noting what was looked at. */
function isSmall(data: unknown): boolean {
  let values = MAX_VALUES / 10;
  let characters = MAX_CHARACTERS / 10;
  const fits = (value: unknown, levels: number): boolean => {
    if (typeof value === "string") return (characters -= value.length) >= 0;
    if (typeof value !== "object" || value === null) return true;
    if (levels === 0) return false;
    for (const key of Object.keys(value)) {
      values -= 1;
      characters -= key.length;
      if (values < 0 || !fits((value as Record<string, unknown>)[key], levels - 1)) return false;
    }
    return true;
  };
  return fits(data, MAX_DEPTH / 2);
}
