import type { Difference } from "./change.js";
import { markdown } from "./markdown.js";
import { text } from "./text.js";

export type Format = "text" | "markdown" | "json";

export function formatDifference(difference: Difference, format: Format): string {
  if (format === "json") return withoutControls(JSON.stringify(difference, undefined, 2), escaped);
  return withoutControls(format === "markdown" ? markdown(difference) : text(difference), () => "�");
}

/** What a terminal would obey, or what turns the direction of a text, shows nothing of what is there. */
const CONTROLS = /[^\P{Cc}\n\t]|[\p{Cf}\p{Cs}\u2028\u2029]/gu;

function withoutControls(output: string, replace: (control: string) => string): string {
  return output.replaceAll(CONTROLS, replace);
}

function escaped(control: string): string {
  return Array.from({ length: control.length }, (_, index) => {
    return `\\u${control.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }).join("");
}
