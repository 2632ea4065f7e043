/** What is left of a pattern that lets every string through, once anchors and brackets around all of it are gone. */
const EVERY = new Set([
  "",
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

/** Whether a pattern, which may match anywhere in a string, lets every string through. */
export function isEveryString(pattern: string): boolean {
  const bare = pattern.replace(/^\^/, "").replace(/(?<!\\)\$$/, "");
  if (EVERY.has(bare)) return true;
  const [, inner] = /^\((?:\?:)?(.*)\)$/s.exec(bare) ?? [];
  return inner !== undefined && EVERY.has(inner);
}

/** A pattern without the backslashes that it does not need: `\\"` matches what `"` does. */
export function plainPattern(pattern: string): string {
  return pattern.replaceAll(/\\([^\w\s])/g, (escaped, character: string) =>
    SPECIAL.has(character) ? escaped : character,
  );
}

/** The characters that mean something else without a backslash, at least within brackets. */
const SPECIAL = new Set("^$\\.*+?()[]{}|-");
