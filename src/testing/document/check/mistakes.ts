import { formatPointer } from "../references.js";

/** A JSON Pointer into a document, as the keys that lead there. */
export type Place = readonly string[];

/** Something in a document that is not as OpenAPI says. */
export interface Mistake {
  readonly pointer: Place;
  /** Follows the place: `must be a list of names, not true`. */
  readonly message: string;
}

/** So many are told: who mends them sees the rest then. */
const MAX_MISTAKES = 20;

/** What a message says of the mistakes in a document, a line each. */
export function listMistakes(file: string, mistakes: readonly Mistake[]): string {
  const told = mistakes
    .slice(0, MAX_MISTAKES)
    .map(({ pointer, message }) => `${file}#${formatPointer(pointer)}: ${message}`);
  const more = mistakes.length - told.length;
  return [...told, ...(more > 0 ? [`${file}: ${more} more`] : [])].join("\n");
}
