import { inJavaScript } from "./foreign-pattern.js";

/**
 * A pattern of a document. JSON Schema has the flag `u`, and many patterns are written for an engine without it, such as
 * `^[\w\_]+$`, or for that of another language, such as `(?i)^[a-z]+\z`.
 *
 * @returns undefined for what is no pattern
 */
export function compilePattern(pattern: string): RegExp | undefined {
  const { source, flags } = inJavaScript(pattern);
  return (
    compiled(pattern, "u") ??
    compiled(source, `u${flags}`) ??
    compiled(pattern, "") ??
    compiled(source, flags)
  );
}

function compiled(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}
