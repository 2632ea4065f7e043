/**
 * Whether a pattern lets every string through. A pattern may match anywhere in a string: one that matches the empty
 * string matches at the beginning, or at the end, of every other, unless it is held to both or looks around.
 */
export function isEveryString(pattern: string): boolean {
  const bare = pattern.replaceAll(/\\[^bB]|\[\^/g, "");
  const isHeld = bare.includes("^") && bare.includes("$");
  if (isHeld) return EVERY.has(inner(pattern));
  if (/\(\?[=!<]|\\[bB]/.test(bare)) return false;
  try {
    return new RegExp(pattern).test("");
  } catch {
    return false;
  }
}

/** What is within anchors and brackets around the whole of a pattern. */
function inner(pattern: string): string {
  const [, unanchored = pattern] = /^\^(.*)\$$/s.exec(pattern) ?? [];
  const [, grouped] = /^\((?:\?:)?(.*)\)$/s.exec(unanchored) ?? [];
  return grouped !== undefined && EVERY.has(grouped) ? grouped : unanchored;
}

/** What every string is made of; documents that say `.` mean line breaks as well. */
const EVERY = new Set([
  ".*",
  ".*?",
  ".{0,}",
  "[\\s\\S]*",
  "[\\S\\s]*",
  "[\\d\\D]*",
  "[\\w\\W]*",
  "[^]*",
  "(.|\\n)*",
  "(?:.|\\n)*",
]);

/** A pattern without the backslashes that it does not need: `\"` matches what `"` does. */
export function plainPattern(pattern: string): string {
  return pattern.replaceAll(/\\([^\w\s])/g, (escaped, character: string) =>
    SPECIAL.has(character) ? escaped : character,
  );
}

/** The characters that mean something else without a backslash, at least within brackets. */
const SPECIAL = new Set("^$\\.*+?()[]{}|-");
