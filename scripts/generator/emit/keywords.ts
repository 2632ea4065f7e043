const KEYWORDS = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends false " +
    "finally for function if implements import in instanceof interface let new null package private protected public " +
    "return static super switch this throw true try typeof var void while with yield"
  ).split(" "),
);

/** Whether a word cannot be the name of a variable in a module. */
export function isKeyword(word: string): boolean {
  return KEYWORDS.has(word);
}
