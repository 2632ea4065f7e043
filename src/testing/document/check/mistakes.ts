import { formatPointer } from "../json-pointer.js";

/** A JSON Pointer into a document, as the keys that lead there. */
export type Place = readonly string[];

/** Something in a document that is not as OpenAPI says. */
export interface Mistake {
  readonly pointer: Place;
  /** Follows the place: `must be a list of names, not true`. */
  readonly message: string;
}

/** So many are listed; the others are counted. */
const MAX_LISTED = 20;

/** What a message says of the mistakes in a document, a line each. */
export function listMistakes(file: string, mistakes: readonly Mistake[]): string {
  const listed = mistakes
    .slice(0, MAX_LISTED)
    .map(({ pointer, message }) => `${file}#${formatPointer(pointer)}: ${message}`);
  const more = mistakes.length - listed.length;
  return [...listed, ...(more > 0 ? [`${file}: ${more} more`] : [])].join("\n");
}
