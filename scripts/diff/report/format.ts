import { withEscapedControls, withoutControls } from "../../shared/control-characters.js";
import type { Difference } from "./change.js";
import { markdown } from "./markdown.js";
import { text } from "./text.js";

export type Format = "text" | "markdown" | "json";

export function formatDifference(difference: Difference, format: Format): string {
  if (format === "json") return withEscapedControls(JSON.stringify(difference, undefined, 2));
  return withoutControls(format === "markdown" ? markdown(difference) : text(difference));
}
