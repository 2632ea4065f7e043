import type { HeaderSerializer } from "../operation.js";
import { isPresent, jsonOr, styledValue } from "./styled-value.js";

/** A header has no characters outside of ASCII; in JSON they can be written as escapes. */
const escaped = (text: string): string =>
  text.replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Writes headers that are objects or JSON. Values are not percent-encoded: a header may have commas and spaces. */
export const serializeStyledHeaders: HeaderSerializer = (headers, styles) => {
  if (typeof headers !== "object" || headers === null || Symbol.iterator in headers) return headers;
  const styleOf = new Map(Object.entries(styles).map(([name, style]) => [name.toLowerCase(), style]));
  const entries = Object.entries(headers).map(([name, value]: [string, unknown]) => {
    const style = styleOf.get(name.toLowerCase());
    if (!style || !isPresent(value)) return [name, value];
    const { explode = false, json } = style;
    const encode = json ? escaped : String;
    return [name, styledValue(name, jsonOr(value, style), { style: "simple", explode, encode })];
  });
  return Object.fromEntries(entries) as unknown;
};
