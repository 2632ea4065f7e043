/**
 * A pattern of a document. JSON Schema has the flag `u`, and many patterns are written for an engine without it, such as
 * `^[\w\_]+$`.
 *
 * @returns undefined for what is no pattern in JavaScript
 */
export function compilePattern(source: string): RegExp | undefined {
  for (const flags of ["u", ""]) {
    try {
      return new RegExp(source, flags);
    } catch {
      continue;
    }
  }
  return undefined;
}
