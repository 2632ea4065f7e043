import type { Violation } from "../document/validator.js";

/** A violation as Prism writes it, in the header `sl-violations`. */
interface PrismViolation {
  readonly location: readonly string[];
  readonly severity: "Error";
  readonly code: string;
  readonly message: string;
}

/** The header that says what was wrong with a request, as Prism's does, so that tests read it the same on both. */
export function violationsHeader(violations: readonly Violation[]): Readonly<Record<string, string>> {
  if (violations.length === 0) return {};
  const text = JSON.stringify(violations.map(toPrism));
  // A header has Latin-1 alone.
  return {
    "sl-violations": text.replace(
      /[^\x20-\x7e]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
    ),
  };
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
