import type { Violation } from "../document/validator.js";

/** A violation as Prism writes it, in the header `sl-violations`. */
interface PrismViolation {
  readonly location: readonly string[];
  readonly severity: "Error";
  readonly code: string;
  readonly message: string;
}

/** Node refuses a response whose headers have more than 16 KB together. */
const MAX_LENGTH = 8_000;

/**
 * The header that says what was wrong with a request, as Prism's does, so that tests read it the same on both. Those that do not
 * fit in a header are counted in a last one; the body has them all.
 */
export function violationsHeader(violations: readonly Violation[]): Readonly<Record<string, string>> {
  if (violations.length === 0) return {};
  let length = 0;
  const shown = violations
    .map((one) => inLatin1(JSON.stringify(toPrism(one))))
    .filter((text) => {
      if (length + text.length > MAX_LENGTH) return false;
      length += text.length + 1;
      return true;
    });
  const left = violations.length - shown.length;
  const more = left > 0 ? [JSON.stringify(moreOf(left))] : [];
  return { "sl-violations": `[${[...shown, ...more].join(",")}]` };
}

function moreOf(count: number): PrismViolation {
  return { location: ["request"], severity: "Error", code: "more", message: `and ${count} more` };
}

/** A header has Latin-1 alone. */
function inLatin1(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Of what is missing, the location is that of the object around it. */
function toPrism({ place, keyword, message }: Violation): PrismViolation {
  const keys = ["request", ...place.split(".")];
  if (keyword !== "required") return { location: keys, severity: "Error", code: keyword, message };
  const name = keys.at(-1) ?? "";
  return {
    location: keys.slice(0, -1),
    severity: "Error",
    code: keyword,
    message: `must have required property '${name}'`,
  };
}
