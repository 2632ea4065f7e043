/**
 * Characters that are not seen but change what is seen: those that control a terminal, end a line or turn the direction of
 * text around (Unicode Technical Report 36). The tab and the end of a line are no part of it.
 */
const INVISIBLE = /(?![\t\n])[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** A text of several lines with the escape of each invisible character in its place, which is the same in a string of code. */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, escape);
}

/** A text of one line: the ends of lines are escaped as well, so that none begins what looks like another message. */
export function visibleLine(text: string): string {
  return visibleText(text).replace(/\n/g, escape);
}

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
